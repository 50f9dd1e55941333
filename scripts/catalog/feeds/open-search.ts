/**
 * How a catalogue is searched (OpenSearch 1.1): a description that OPDS 1.2 leads to. The address begins at the server’s root, for readers that take one
 * that is relative to be so to the feed, others to the description.
 */
import { type XmlElement, xmlElement } from '../../book/xml-element.ts';
import { shelfFolder } from '../addresses.ts';
import type { Catalog } from '../catalog.ts';
import { feedTypes } from './feed.ts';

export function openSearch({ title }: Catalog): XmlElement {
  const text = (name: string, words: string) => xmlElement(name, {}, [words]);
  const url = (form: 'xml' | 'html', type: string) =>
    xmlElement('Url', { type, template: `/${shelfFolder}search.${form}?query={searchTerms}` });
  return xmlElement('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
    text('ShortName', [...title].slice(0, 16).join('')),
    text('Description', `Searches ${title}`),
    url('xml', feedTypes.acquisition),
    url('html', 'text/html'),
    text('InputEncoding', 'UTF-8'),
    text('OutputEncoding', 'UTF-8'),
  ]);
}
