import { flatAnswers } from '../../clauses/answering.ts';
import { pagesDone } from '../../views/form/destination.ts';
import { countLeft, skippedNames } from '../../views/form/questionnaire.ts';
import { placeName } from '../../views/places.ts';
import { RESULT_TITLE, ResultPage } from '../../views/result/ResultPage.tsx';
import type { Published } from '../data/published.ts';
import type { CheckedForm } from './checked-form.ts';
import { pageInShell } from './shell.ts';

/** The page of the result. The check must carry explanations. */
export async function resultPage(published: Published, checked: CheckedForm): Promise<Response> {
  const { form, result, source } = checked;
  const { state, place, dictionary, answers } = form;
  const places = await published.loadJurisdictions();
  const done = pagesDone(state);
  const pages = [...done, []];
  const view = (
    <ResultPage
      result={result}
      dictionary={dictionary}
      policies={place.prepared.policies}
      placeName={placeName(places, place.jurisdiction.slug)}
      state={{ ...state, pages: done }}
      left={countLeft(source, pages)}
      skipped={skippedNames(source, pages).length}
      answers={flatAnswers(dictionary, answers)}
    />
  );
  return pageInShell(published, { title: RESULT_TITLE, html: String(view), status: 200 });
}
