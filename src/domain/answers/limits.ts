// What is said when the documents do not answer: the honest limit, the nearest thing they do say, and what exists instead of a false premise.
import type { Catalog } from '../../knowledge/catalog.ts';
import type { Subject } from '../../knowledge/subjects.ts';
import type { Answer } from '../../model/answer.ts';
import { enumerate } from '../../texts/da.ts';
import type { Judged } from './confidence.ts';
import type { Draft } from './draft.ts';
import { shorten } from './draft.ts';

/** Below these the nearest subject has too little in common with the question to be worth naming. */
const worthNaming = { confidence: 0.35, coverage: 0.45 };

export function answerUnknown(draft: Draft, nearest: Judged | undefined): Answer {
  const { texts, language } = draft;
  const title = worthwhile(nearest) ? titleOf(nearest.subject, language) : undefined;
  const lines = [texts.limits.unknown, ...(title ? [texts.limits.nearest(title)] : []), '', texts.limits.forward];
  return draft.finish(lines, {
    abstained: true,
    choices: title ? [{ label: shorten(title, 60), question: title }] : [],
  });
}

const worthwhile = (nearest: Judged | undefined): nearest is Judged =>
  nearest !== undefined && nearest.confidence >= worthNaming.confidence && nearest.coverage >= worthNaming.coverage;

/** A year for which there is no målpil. */
export function answerNoSuchYear(catalog: Catalog, draft: Draft, year: number): Answer {
  const { texts, language } = draft;
  const arrows = catalog.knowledge.goalArrows;
  return draft.finish(
    [
      texts.limits.year(
        year,
        enumerate(
          arrows.map(({ name }) => name[language]),
          texts.and,
        ),
      ),
    ],
    {
      abstained: true,
      choices: arrows.map(({ name }) => ({ label: name[language], question: texts.ask.arrowQuestion(name.da) })),
    },
  );
}

export function answerNoSuchLevel(catalog: Catalog, draft: Draft): Answer {
  const { texts, language } = draft;
  const levels = catalog.knowledge.profiles.map(({ name }) => name[language]);
  return draft.finish([texts.limits.level(enumerate(levels, texts.and))], {
    abstained: true,
    choices: catalog.knowledge.profiles.map(({ name }) => ({
      label: name[language],
      question: texts.ask.profileQuestion(name.da),
    })),
  });
}

export function answerNoSuchMunicipality(catalog: Catalog, draft: Draft, name: string): Answer {
  const { texts } = draft;
  const known = catalog.knowledge.municipalities.map(one => one.name);
  return draft.finish([texts.limits.municipality(name, enumerate(known, texts.and))], { abstained: true });
}

function titleOf(subject: Subject, language: 'da' | 'en'): string {
  switch (subject.kind) {
    case 'fact':
      return subject.fact.title;
    case 'point':
      return `${subject.profile.name[language]}: ${subject.text}`;
    case 'activity':
      return `${subject.activity.title} (${subject.arrow.name[language]}, ${subject.year})`;
    case 'tells':
      return `${subject.arrow.name[language]}, ${subject.year}`;
    case 'block':
      return `${subject.block.title} (${subject.arrow.name[language]})`;
    case 'forum':
      return subject.forum.name;
    case 'document':
      return subject.document.title;
    case 'passage':
      return subject.passage.section;
  }
}
