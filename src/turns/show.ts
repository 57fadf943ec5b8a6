// Turns what the knowledge says into card data: profiles, comparisons, years of a målpil, forums, the welcome. Used by the handlers beside it.

import { compareProfilesCard } from '../cards/compare-profiles-card.ts';
import { bulleted, paragraphs } from '../cards/fill.ts';
import { forumCard } from '../cards/forum-card.ts';
import { goalArrowCard, yearsInRow } from '../cards/goal-arrow-card.ts';
import { profileCard } from '../cards/profile-card.ts';
import { welcomeCard } from '../cards/talk-cards.ts';
import { pointsOf } from '../domain/answers/profiles.ts';
import type { Catalog } from '../knowledge/catalog.ts';
import { AppError } from '../lib/errors.ts';
import type { CardRequest } from '../model/answer.ts';
import { type GoalArrow, type Profile, type ProfileList, profileLists } from '../model/knowledge.ts';
import type { CardReply, Language } from '../model/turn.ts';
import { textsFor } from '../texts/texts.ts';

/** What a card request needs to become a card. */
export interface Shelf {
  catalog: Catalog;
  language: Language;
}

/**
 * The card for a request, as a new message or in place of the one that was acted on.
 * @throws AppError `card-outdated` when it names something that is no longer there.
 */
export function showCard(request: CardRequest, shelf: Shelf, replace = false): CardReply {
  const { card, summary } = build(request, shelf);
  return { kind: 'card', card, summary, ...(replace ? { replace } : {}) };
}

function build(request: CardRequest, shelf: Shelf): Omit<CardReply, 'kind'> {
  switch (request.kind) {
    case 'profile':
      return profile(request.level, shelf);
    case 'compare-profiles':
      return comparison(request.levels, shelf);
    case 'goal-arrow':
      return goalArrow(request, shelf);
    case 'forum':
      return forum(request.forum, shelf);
  }
}

function profile(level: string, { catalog, language }: Shelf): Omit<CardReply, 'kind'> {
  const { cards, lists } = textsFor(language);
  const { profiles } = catalog.knowledge;
  const at = profiles.findIndex(one => one.level === level);
  const shown = known(profiles[at]);
  const named = ({ name }: Profile) => name[language];
  const before = profiles[at - 1];
  const after = profiles[at + 1];
  const others = profiles.filter(one => one !== shown).map(one => ({ title: named(one), level: one.level }));
  const card = profileCard({
    language,
    kicker: cards.kicker,
    title: named(shown),
    about: shown.about,
    level,
    lists: profileLists.map(list => {
      const points = pointsOf(catalog, shown, list);
      return {
        id: list,
        name: lists[list],
        count: points.length,
        points: bulleted(points),
        open: false,
        fold: cards.fold(lists[list]),
      };
    }),
    neighbours: [
      ...(before ? [{ title: cards.previous(named(before)), level: before.level }] : []),
      ...(after ? [{ title: cards.next(named(after)), level: after.level }] : []),
    ],
    compare: {
      title: cards.compareTitle,
      label: cards.compareLabel,
      missing: cards.compareMissing,
      button: cards.compareButton,
      levels: others,
    },
    source: sourceOf([shown], { catalog, language }),
  });
  return { card, summary: cards.profileSummary(named(shown)) };
}

function comparison(levels: [string, string], shelf: Shelf): Omit<CardReply, 'kind'> {
  const { catalog, language } = shelf;
  const { cards, lists } = textsFor(language);
  const sides = levels.map(level => known(catalog.knowledge.profiles.find(one => one.level === level)));
  const [one, other] = sides.map(side => side.name[language]);
  const title = cards.comparison(one ?? '', other ?? '');
  const card = compareProfilesCard({
    language,
    kicker: cards.kicker,
    title,
    lists: profileLists.map((list: ProfileList) => ({
      id: list,
      name: lists[list],
      open: false,
      fold: cards.fold(lists[list]),
      sides: sides.map(side => ({ level: side.name[language], points: paragraphs(pointsOf(catalog, side, list)) })),
    })),
    profiles: sides.map(side => ({ title: cards.profileSummary(side.name[language]), level: side.level })),
    source: sourceOf(sides, shelf),
  });
  return { card, summary: title };
}

function goalArrow(
  request: Extract<CardRequest, { kind: 'goal-arrow' }>,
  { catalog, language }: Shelf,
): Omit<CardReply, 'kind'> {
  const { cards } = textsFor(language);
  const arrow = known(catalog.knowledge.goalArrows.find(({ id }) => id === request.arrow));
  const shown = known(
    request.year === undefined ? arrow.years[0] : arrow.years.find(({ year }) => year === request.year),
  );
  const year = String(shown.year);
  // A year may leave a track empty: then all of it is shown.
  const hasTrack = shown.activities.some(activity => activity.track === request.track);
  const track = hasTrack ? (request.track ?? '') : '';
  const groups = trackGroups(arrow, shown, track, language);
  const tells =
    shown.tells.length > 0 && track === '' ? [{ name: cards.tells(shown.year), points: bulleted(shown.tells) }] : [];
  const torn = shown.activities.some(({ unreadable }) => unreadable !== undefined);
  const title = catalog.knowledge.documents.find(({ slug }) => slug === shown.source.document)?.title ?? '';
  const card = goalArrowCard({
    language,
    kicker: arrow.name[language],
    title: year,
    about: arrow.about,
    rows: inRows(arrow.years.map(one => ({ label: String(one.year), arrow: arrow.id, track, shown: one === shown }))),
    groups: [...groups, ...tells],
    note: torn ? textsFor(language).answer.unreadable : '',
    tracks:
      arrow.tracks.length === 0
        ? []
        : [
            ...arrow.tracks.map(({ id, name }) => ({ title: name[language], arrow: arrow.id, year, track: id })),
            { title: cards.allTracks, arrow: arrow.id, year, track: '' },
          ].filter(button => button.track !== track),
    source: cards.source(title, shown.source.section),
  });
  return { card, summary: `${arrow.name[language]} ${year}` };
}

/** Rows of the same length, as nearly as can be. */
function inRows<Year>(years: Year[]): { years: Year[] }[] {
  const rows = Math.ceil(years.length / yearsInRow);
  const length = Math.ceil(years.length / rows);
  return Array.from({ length: rows }, (_, row) => ({ years: years.slice(row * length, (row + 1) * length) }));
}

function trackGroups(arrow: GoalArrow, { activities }: GoalArrow['years'][number], track: string, language: Language) {
  const tracks = arrow.tracks.length > 0 ? arrow.tracks : [undefined];
  return tracks.flatMap(one => {
    const own = activities.filter(activity => activity.track === one?.id && (track === '' || activity.track === track));
    return own.length > 0 ? [{ name: one?.name[language] ?? '', points: bulleted(own.map(({ text }) => text)) }] : [];
  });
}

function forum(id: string, { catalog, language }: Shelf): Omit<CardReply, 'kind'> {
  const { cards, aspects, answer } = textsFor(language);
  const shown = known(catalog.knowledge.forums.find(one => one.id === id));
  const place = catalog.knowledge.municipalities.find(one => one.id === shown.municipality)?.name ?? '';
  const card = forumCard({
    kicker: cards.forumKicker(place),
    title:
      shown.short && shown.short.toLowerCase() !== shown.name.toLowerCase()
        ? `${shown.name} (${shown.short})`
        : shown.name,
    accounts: shown.accounts.map(account => {
      const document = catalog.knowledge.documents.find(({ slug }) => slug === account.source.document);
      return {
        according: `${answer.accountOf(document?.short ?? account.source.document, account.asOf)} · ${account.source.section}`,
        aspects: (['content', 'participants', 'frequency'] as const).flatMap(aspect => {
          const said = account[aspect];
          return said ? [{ name: aspects[aspect], said }] : [];
        }),
      };
    }),
  });
  return { card, summary: shown.name };
}

/** The welcome, which is the help as well. */
export function showWelcome(language: Language, helpContact: string | undefined): CardReply {
  const { talk } = textsFor(language);
  const card = welcomeCard({
    language,
    title: talk.welcomeTitle,
    intro: talk.welcomeIntro,
    privacy: talk.welcomePrivacy,
    commandsTitle: talk.commandsTitle,
    commands: talk.commands,
    contact: helpContact ? talk.contact(helpContact) : '',
    tryTitle: talk.tryTitle,
    examples: talk.examples.map(question => ({ question })),
  });
  return { kind: 'card', card, summary: talk.welcomeTitle };
}

/** Profiles of one document. */
function sourceOf(profiles: Profile[], { catalog, language }: Shelf): string {
  const slug = profiles[0]?.source.document;
  const title = catalog.knowledge.documents.find(document => document.slug === slug)?.title ?? '';
  return textsFor(language).cards.source(title, profiles.map(({ source }) => source.section).join(' · '));
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new AppError('card-outdated', 'the card names something that is no longer there');
  return value;
}
