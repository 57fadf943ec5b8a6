// What is said when the documents do not answer: the honest limit, the nearest thing they do say, and what exists instead of a false premise.
import type { Catalog } from '../../knowledge/catalog.ts';
import { type Subject, saidBy } from '../../knowledge/subjects.ts';
import type { Answer } from '../../model/answer.ts';
import { enumerate } from '../../texts/da.ts';
import type { Judged } from './confidence.ts';
import type { Draft } from './draft.ts';
import { shorten } from './draft.ts';

/** Below these the nearest subject has too little in common with the question to be worth naming. */
const worthNaming = { confidence: 0.35, coverage: 0.45 };

export function answerUnknown(draft: Draft, nearest: Judged | undefined): Answer {
  const { texts, language } = draft;
  const near = worthwhile(nearest) ? nearestOf(nearest.subject, language) : undefined;
  const lines = [
    texts.limits.unknown,
    '',
    near ? texts.limits.nearest(near.title, wholeSentences(near.said)) : texts.limits.nothingNear,
    '',
    texts.limits.forward,
  ];
  return draft.finish(lines, {
    abstained: true,
    choices: near ? [{ label: shorten(near.title, longestLabel), question: near.ask ?? near.title }] : [],
  });
}

const longestLabel = 60;

const worthwhile = (nearest: Judged | undefined): nearest is Judged =>
  nearest !== undefined && nearest.confidence >= worthNaming.confidence && nearest.coverage >= worthNaming.coverage;

/** A year for which there is no målpil. */
export function answerNoSuchYear(catalog: Catalog, draft: Draft, year: number): Answer {
  const { texts, language } = draft;
  const arrows = catalog.knowledge.goalArrows;
  if (arrows.length === 0) return draft.finish([texts.ask.noArrow], { abstained: true });
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

/** A level that Learning Pipeline does not have. */
export function answerNoSuchLevel(catalog: Catalog, draft: Draft): Answer {
  const { texts, language } = draft;
  if (catalog.knowledge.profiles.length === 0) return draft.finish([texts.ask.noProfile], { abstained: true });
  const levels = catalog.knowledge.profiles.map(({ name }) => name[language]);
  return draft.finish([texts.limits.level(levels)], {
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

/** What a subject is called, what it says, and what a button asks where that is not its name. */
function nearestOf(subject: Subject, language: 'da' | 'en'): { title: string; said: string; ask?: string } {
  const said = saidBy(subject);
  switch (subject.kind) {
    case 'fact':
      return { title: subject.fact.title, said: subject.fact.text };
    case 'point':
      return { title: subject.profile.name[language], said, ask: said };
    case 'activity':
      return { title: `${subject.activity.title} (${subject.arrow.name[language]}, ${subject.year})`, said };
    case 'tells':
      return { title: `${subject.arrow.name[language]}, ${subject.year}`, said };
    case 'block':
      return {
        title: `${subject.block.title} (${subject.arrow.name[language]})`,
        said: subject.block.points.join(', '),
      };
    case 'forum':
      return { title: subject.forum.name, said: subject.forum.accounts[0]?.content ?? said };
    case 'document':
      return { title: subject.document.title, said };
    case 'passage':
      return { title: subject.passage.section, said };
  }
}

const segmenter = new Intl.Segmenter('da', { granularity: 'sentence' });
const enoughSaid = 240;

/** The first sentences, as many as say enough; none is cut. */
function wholeSentences(text: string): string {
  let kept = '';
  for (const { segment } of segmenter.segment(text.replace(/\s*\n\s*/g, ' '))) {
    if (kept !== '' && kept.length + segment.length > enoughSaid) break;
    kept += segment;
  }
  const said = kept.trim();
  return /[.!?…»”)]$/.test(said) ? said : `${said}.`;
}
