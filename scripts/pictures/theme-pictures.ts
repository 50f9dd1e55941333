/** The drawings of a theme. In: templates. Out: what it puts above headings and between scenes, as pictures. */
import { encodeUtf8 } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import type { Templates, ThemePictures } from '../book/publication.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';

/** Reads the drawings, all in `colour` if one is given; a theme has none where its template is empty, and one that is no drawing is told as any picture is. */
export async function readThemePictures(
  templates: Templates,
  limits: Limits,
  colour?: string,
): Promise<Outcome<ThemePictures>> {
  const { problems, take } = collector();
  const read = async (name: 'heading.svg' | 'ornament.svg') => {
    const drawn = templates.get(name);
    if (!drawn) return undefined;
    const text = colour === undefined ? drawn : drawn.replace(/(?<==")#[\da-f]{3,8}(?=")/gi, colour);
    const { readPicture } = await import('./read-picture.ts');
    const path = `templates/${name}`;
    return take(readPicture(encodeUtf8(text), { path }, path, limits));
  };
  return { value: { heading: await read('heading.svg'), ornament: await read('ornament.svg') }, problems };
}
