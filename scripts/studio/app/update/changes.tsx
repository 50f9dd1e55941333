/** What changed between two versions of a story, to be read: facts, chapters with their words marked, pictures. */
import type { ComparedChapter, Comparison, Run } from '../../../versions/compare-stories.ts';
import { changedParagraphs, headingsOf } from '../../../versions/comparison-lines.ts';
import { Folded } from '../shell/folded.tsx';

/** So many chapters that were mended are open at once. */
const fewChapters = 3;

export function Changes({ comparison: { facts, chapters, pictures } }: { readonly comparison: Comparison }) {
  const changed = chapters.filter(({ what, isMoved }) => what !== 'same' || isMoved);
  const same = chapters.length - changed.length;
  const isFew = changed.filter(({ what }) => what === 'mended').length <= fewChapters;
  const listed = Object.entries(pictures).filter(([, paths]) => paths.length > 0);
  return (
    <div class="changes">
      {facts.length > 0 && (
        <dl class="changes-facts">
          {facts.map(({ key, before, after }) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>
                {before !== undefined && <del>{before}</del>} {after !== undefined && <ins>{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ul>
        {changed.map((chapter) => (
          <Chapter
            key={`${chapter.what} ${chapter.path}`}
            chapter={chapter}
            isOpen={isFew && chapter.what === 'mended'}
          />
        ))}
        {listed.map(([what, paths]) => (
          <li key={what}>
            Pictures {what}: {paths.join(', ')}
          </li>
        ))}
      </ul>
      {same > 0 && <p class="second">{same === 1 ? 'One chapter is' : `${same} chapters are`} the same.</p>}
    </div>
  );
}

function Chapter({ chapter, isOpen }: { readonly chapter: ComparedChapter; readonly isOpen: boolean }) {
  const { name, counts } = headingsOf(chapter);
  const summary = (
    <>
      <span class="changes-name">{name}</span> <span class="second">{counts}</span>
    </>
  );
  return (
    <li class={`changes-chapter is-${chapter.what}`}>
      {chapter.what === 'same' ? (
        <p>{summary}</p>
      ) : (
        <Folded isOpen={isOpen} summary={summary}>
          {() =>
            changedParagraphs(chapter).map((each, at) =>
              typeof each === 'string' ? (
                <p key={at} class="second">
                  {each}
                </p>
              ) : (
                <p key={at}>{each.map(marked)}</p>
              ),
            )
          }
        </Folded>
      )}
    </li>
  );
}

const marked = ({ what, text }: Run, at: number) => {
  if (what === 'same') return text;
  return what === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
};
