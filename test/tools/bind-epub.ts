/** An EPUB in one step. In: a publication and templates. Out: its bytes, and what leads back from its pages. */
import { packEpub, printEpub } from '../../scripts/bind/bind.ts';

/** Prints and packs a publication; undefined where either cannot be. */
export async function bindEpub(...given: Parameters<typeof printEpub>) {
  const { value: printed, problems } = await printEpub(...given);
  if (!printed) return { value: undefined, problems };
  const { value: bytes, problems: packing } = packEpub(printed);
  return { value: bytes && { bytes, documents: printed.documents }, problems: [...problems, ...packing] };
}
