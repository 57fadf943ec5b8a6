// Tells whether a piece of evidence says what a sentence says: one of its sentences or points covers the words, and nothing in it is turned round. Used by grounding.ts.
import type { Catalog } from '../../knowledge/catalog.ts';
import { stem, wordsOf } from '../../knowledge/search/fold.ts';
import { createMemory } from '../../knowledge/search/memory.ts';
import { carries, isMild, qualifies, scopesOf, type Token, tokensOf } from './claims.ts';
import { isProper, namesKnown } from './names.ts';

/** Why a piece of evidence does not say a sentence. */
export type Unsupported = 'unsupported' | 'figure' | 'name' | 'negation' | 'degree' | 'exchanged';

/** A sentence or point as it is compared. */
interface Part {
  text: string;
  tokens: Token[];
  /** A point of a list; goes with the sentence that leads the list in, not with its neighbours. */
  point: boolean;
}

export interface PreparedEvidence {
  windows: Window[];
  /** Stems of everything the evidence says and is called. */
  stems: ReadonlySet<string>;
}

interface Window {
  /** What is compared first of all. */
  core: Token[];
  /** The sentence before it, or that which leads it in. */
  before: Token[];
  /** Core and the neighbour that helps, in the order of the text. */
  said: Token[];
  /** Stems of `said` and of what the source is called. */
  stems: Set<string>;
}

/** What a synonym or a part of a compound is worth at least. */
const sameWorth = 0.8;
const remembered = 2_000;
const least = 0.75;
const mostUncovered = 2;
const listedTogether = { points: 10, length: 500 };

export interface Support {
  /** @param around more of what the source is called, and its time. */
  prepare(parts: readonly string[], heading: string, around: string): PreparedEvidence;
  /** `undefined` when the evidence says it. */
  problemOf(claim: readonly Token[], evidence: PreparedEvidence): Unsupported | undefined;
}

export function createSupport(catalog: Catalog): Support {
  const roles = rolesOf(catalog);
  const isRole = (one: Token) => one.kind === 'content' && roles.has(one.stem);
  const { relatives } = catalog;
  const names = namesKnown(catalog);

  const kinOf = createMemory(remembered, one =>
    [...relatives.of(one)].filter(([, worth]) => worth >= sameWorth).map(([relative]) => relative),
  );

  /** Whether a word of the evidence says a word of the sentence; `rest`: what a longer word says beyond it. */
  function says(written: Token, asked: Token, rest?: (front: string) => boolean): boolean {
    if (written.stem === asked.stem) return (written.kind === 'figure') === (asked.kind === 'figure');
    if (!carries(asked) || asked.kind === 'figure' || written.kind !== 'content') return false;
    const [a, w] = [asked.stem, written.stem];
    const worth = relatives.of(a).get(w) ?? 0;
    if (worth < sameWorth) return false;
    const [short, long] = a.length < w.length ? [a, w] : [w, a];
    if (long.endsWith(short)) {
      const front = long.slice(0, -short.length);
      if (turning.has(front)) return false;
      // The sentence says more than the evidence: "teamsamarbejde" for "samarbejde".
      return long === w || (rest?.(front) ?? false);
    }
    if (long.startsWith(short)) return long === w && !isRole(asked) && !isRole(written);
    return true;
  }

  function prepare(texts: readonly string[], heading: string, aside: string): PreparedEvidence {
    const parts = texts.map((text): Part => ({ text, tokens: tokensOf(text), point: false }));
    for (const [at, part] of parts.entries()) part.point = at > 0 && !/[.!?]["”»)]*$/.test(part.text);
    const around = [...tokensOf(heading), ...tokensOf(aside)];
    const windows: Window[] = [];
    const add = (core: Token[], before: Token[] = [], after: Token[] = []) => {
      const said = before.length + after.length === 0 ? core : [...before, ...core, ...after];
      const stems = new Set([...said, ...around].map(one => one.stem));
      windows.push({ core, before, said, stems });
    };
    for (const { tokens } of parts) add(tokens);
    if (heading) add(tokensOf(heading));
    for (const [at, { tokens, point }] of parts.entries()) {
      const leading = point ? parts.slice(0, at).findLast(one => !one.point) : parts[at - 1];
      if (leading) add(tokens, leading.tokens);
      const next = parts[at + 1];
      if (!point && next && !next.point) add(tokens, [], next.tokens);
    }
    const points = parts.filter(({ point }) => point);
    const length = points.reduce((sum, { text }) => sum + text.length, 0);
    const first = parts.findIndex(({ point }) => point);
    if (points.length > 1 && points.length <= listedTogether.points && length <= listedTogether.length) {
      const together = parts.slice(Math.max(0, first - 1)).filter(({ point }, at) => point || at === 0);
      const all = together.flatMap(({ tokens }) => tokens);
      // Whose figure or name it is cannot be seen once several stand in one heap.
      const several = (belongs: (one: Token) => boolean) => new Set(all.filter(belongs).map(one => one.stem)).size > 1;
      if (!categories.some(several)) add(all);
    }
    return { windows, stems: new Set([...parts.flatMap(({ tokens }) => tokens), ...around].map(one => one.stem)) };
  }

  function problemOf(claim: readonly Token[], evidence: PreparedEvidence): Unsupported | undefined {
    const carrying = claim.filter(carries);
    if (carrying.length === 0) return 'unsupported';
    let nearest: Unsupported = 'unsupported';
    let most = -1;
    const kin = carrying.map(one => [one.stem, ...(one.kind === 'figure' ? [] : kinOf(one.stem))]);
    for (const window of evidence.windows) {
      // Most windows are about something else: these need no closer look.
      const related = kin.filter(stems => stems.some(one => window.stems.has(one))).length / carrying.length;
      if (related < least) continue;
      const { problem, share } = judge(claim, carrying, window);
      if (!problem) return undefined;
      if (share > most) [nearest, most] = [problem, share];
    }
    return nearest;
  }

  function judge(claim: readonly Token[], carrying: Token[], window: Window) {
    const { core, said, stems } = window;
    const rest = (front: string) => {
      for (const one of stems)
        if (one.length > 1 && (front === one || front === `${one}s` || front === `${one}e`)) return true;
      return false;
    };
    const covered = (one: Token) => stems.has(one.stem) || said.some(written => says(written, one, rest));
    const missing = carrying.filter(one => !covered(one));
    const share = 1 - missing.length / carrying.length;
    const fails = (problem: Unsupported) => ({ problem, share });
    if (missing.some(({ kind }) => kind === 'figure')) return fails('figure');
    // The neighbour fills in; it does not say the most of it.
    const ownShare = carrying.filter(one => core.some(written => says(written, one, rest))).length;
    if (core !== said && ownShare * 2 < carrying.length) return fails('unsupported');
    if (share < least || missing.length > mostUncovered || !missing.every(isMild)) return fails('unsupported');
    const found = carrying.filter(one => said.some(written => says(written, one, rest)));
    // One word alone says nothing, unless the point is no longer than that.
    if (found.length < 2 && said.filter(carries).length > found.length) return fails('unsupported');
    if (replaced(claim, window)) return fails('exchanged');
    if (turned(claim, window)) return fails('negation');
    if (shifted(claim, window)) return fails('degree');
    if (unqualified(claim, said)) return fails('exchanged');
    if (exchanged(carrying, window)) return fails('exchanged');
    return { problem: undefined, share };
  }

  /**
   * A role, name or figure in the place of another: the sentence has one more often than what it rests on, and another less often.
   * One that only the sentence before names may stand for its "they" where nobody else is named there; figures may not be borrowed.
   */
  function replaced(claim: readonly Token[], { core, before }: Window): boolean {
    return categories.some((belongs, category) => {
      const left = core.filter(belongs);
      const extra: Token[] = [];
      for (const one of claim.filter(belongs)) {
        const at = left.findIndex(other => says(other, one));
        if (at >= 0) left.splice(at, 1);
        else extra.push(one);
      }
      const strange = extra.filter(one => !core.some(other => says(other, one)));
      if (extra.length > 0 && left.length > 0) return true;
      if (strange.length === 0 || category === year) return false;
      if (category === figure) return true;
      const named = new Set(before.filter(belongs).map(one => one.stem));
      return !strange.every(one => named.size === 1 && named.has(one.stem));
    });
  }

  /** What must not be taken for another of its kind: roles, names, figures, years. */
  const categories: ((one: Token) => boolean)[] = [
    isRole,
    one =>
      one.kind === 'content' &&
      !roles.has(one.stem) &&
      (one.name || /^\p{Lu}{2,}$/u.test(one.word) || isProper(names, one.word)),
    one => one.kind === 'figure' && one.stem !== 'procent' && !isYear(one),
    one => one.kind === 'figure' && isYear(one),
  ];
  /** The same, figures and years as one: they stand beside each other. */
  const kinds = [...categories.slice(0, figure), (one: Token) => one.kind === 'figure' && one.stem !== 'procent'];

  /** Negations and "kun": in the sentence iff in what it rests on, and in front of the same word. */
  function turned(claim: readonly Token[], { said }: Window): boolean {
    return ['not', 'only', 'self'].some(group => {
      const [mine, theirs] = [placesOf(claim, group), placesOf(said, group)];
      if (mine.length > 0 !== theirs.length > 0) return group !== 'self' || mine.length > 0;
      if (group === 'self') return false;
      if (mine.length > theirs.length) return true;
      const behind = (tokens: readonly Token[], at: number) => tokens.slice(at + 1).find(carries);
      const negatedIn = (tokens: readonly Token[], places: number[], one: Token) =>
        places.some(at => {
          const next = behind(tokens, at);
          return next !== undefined && (says(next, one) || says(one, next));
        });
      const wrong = (tokens: readonly Token[], places: number[], others: readonly Token[], otherPlaces: number[]) =>
        places.some(at => {
          const next = behind(tokens, at);
          return (
            next && others.some(one => says(one, next) || says(next, one)) && !negatedIn(others, otherPlaces, next)
          );
        });
      return wrong(claim, mine, said, theirs) || wrong(said, theirs, claim, mine);
    });
  }

  /** "Højst" for "mindst", "alle" for "nogle": a word of degree that the evidence does not have, or has before another word. */
  function shifted(claim: readonly Token[], { core, said }: Window): boolean {
    const [mine, theirs] = [membersOf(claim), membersOf(core)];
    for (const [group, members] of mine) {
      const own = theirs.get(group);
      if (!own) continue;
      const more = [...members].some(([member, count]) => count > (own.get(member) ?? 0));
      const less = [...own].some(([member, count]) => count > (members.get(member) ?? 0));
      if (more && less) return true;
    }
    return claim.some((one, at) =>
      one.marks.some(({ group, member, strong }) => {
        if (group === 'not' || group === 'only' || group === 'self') return false;
        const there = said.flatMap((other, place) =>
          other.marks.filter(mark => mark.group === group).map(mark => ({ member: mark.member, place })),
        );
        const members = new Set(there.map(other => other.member));
        if (!members.has(member)) return strong || members.size > 0;
        if (members.size < 2) return false;
        const next = claim.slice(at + 1).find(carries);
        const before = there.filter(({ place }) => {
          const follows = said.slice(place + 1).find(carries);
          return next && follows && says(follows, next);
        });
        return before.length > 0 && !before.some(other => other.member === member);
      }),
    );
  }

  /** A condition, a hedge or a speaker stands with words of the evidence that the sentence uses, and the sentence has none of it. */
  function unqualified(claim: readonly Token[], said: readonly Token[]): boolean {
    const used = (scope: readonly Token[]) => {
      const written = scope.filter(carries);
      return (
        written.length > 0 && written.filter(one => claim.some(asked => says(one, asked))).length * 2 >= written.length
      );
    };
    return said.some((one, at) =>
      one.marks.some(mark => {
        const scopes = scopesOf(said, at, mark);
        return scopes.some(used) && !claim.some(other => qualifies(other, mark));
      }),
    );
  }

  /** Two roles, names or figures of the evidence have changed places: what stands near the one stood near the other. */
  function exchanged(claim: Token[], { said }: Window): boolean {
    const written = said.filter(carries);
    return kinds.some((belongs, category) => {
      const theirs = written.flatMap((one, at) => (belongs(one) ? [at] : []));
      const mine = claim.flatMap((one, at) => (belongs(one) ? [at] : []));
      if (mine.length === 0 || new Set(theirs.map(at => written[at]?.stem)).size < 2) return false;
      const [mineAt, theirsAt] = [placed(claim), placed(written)];
      const tally = new Map<string, { right: number; wrong: number; surely: number }>();
      for (const [at, one] of claim.entries()) {
        if (belongs(one)) continue;
        const places = written.flatMap((other, place) => (says(other, one) ? [place] : []));
        if (places.length === 0) continue;
        const near = nearest(mine, at, mineAt).map(place => claim[place] as Token);
        const meant = places.map(place => nearest(theirs, place, theirsAt).map(other => written[other] as Token));
        const right = near.filter(anchor => meant.some(anchors => anchors.some(other => says(other, anchor))));
        // A word between two leans to either: it speaks against neither where one of them is right.
        for (const anchor of right.length > 0 ? right : near) {
          const count = tally.get(anchor.stem) ?? { right: 0, wrong: 0, surely: 0 };
          tally.set(anchor.stem, count);
          if (right.length === 0) count.wrong++;
          else if (
            near.length === 1 &&
            meant.some(anchors => anchors.length === 1 && says(anchors[0] as Token, anchor))
          )
            count.surely++;
          else count.right++;
        }
      }
      for (const { right, wrong, surely } of tally.values()) {
        if (wrong > 0 && (surely === 0 ? wrong >= right : wrong > right + surely)) return true;
      }
      // Turned round with only words between that lean to neither: who does it to whom.
      return mine.some((from, i) =>
        mine.slice(i + 1).some(to => {
          const [a, b] = [claim[from] as Token, claim[to] as Token];
          const [atA, atB] = [a, b].map(one => theirs.filter(place => says(written[place] as Token, one)));
          if (!atA?.length || !atB?.length || says(a, b)) return false;
          if (Math.min(...atA) < Math.max(...atB)) return false;
          if (to - from === 1 && Math.min(...atA.flatMap(x => atB.map(y => Math.abs(x - y)))) === 1)
            return category === figure;
          return (tally.get(a.stem)?.surely ?? 0) === 0 || (tally.get(b.stem)?.surely ?? 0) === 0;
        }),
      );
    });
  }

  return { prepare, problemOf };
}

/** Places in the list of categories. */
const [figure, year] = [2, 3];
const isYear = ({ stem: one }: Token) => /^(?:19|20)\d\d$/.test(one);

/** How often each member of each group of marks stands. */
function membersOf(tokens: readonly Token[]): Map<string, Map<string, number>> {
  const groups = new Map<string, Map<string, number>>();
  for (const { marks } of tokens) {
    for (const { group, member } of marks) {
      const members = groups.get(group) ?? new Map<string, number>();
      groups.set(group, members.set(member, (members.get(member) ?? 0) + 1));
    }
  }
  return groups;
}

const placesOf = (tokens: readonly Token[], group: string): number[] =>
  tokens.flatMap((one, at) => (one.marks.some(mark => mark.group === group) ? [at] : []));

/** How far a comma or the like sets words apart. */
const apart = 4;

/** Where each word stands, for the distances between them; a figure leans to what follows it, which it counts. */
function placed(tokens: readonly Token[]): number[] {
  let place = 0;
  return tokens.map(({ breaks, kind }) => {
    place += breaks ? apart : 1;
    return kind === 'figure' ? place + 0.25 : place;
  });
}

/** @returns those of some places that are nearest to one. */
function nearest(places: readonly number[], to: number, at: readonly number[]): number[] {
  const distance = (place: number) => Math.abs((at[place] as number) - (at[to] as number));
  const least = Math.min(...places.map(distance));
  return places.filter(place => distance(place) === least);
}

/** Folded beginnings that turn a word round: "uafhængig" is not "afhængig". */
const turning = new Set('u mis fra mod ikke anti non in af under over'.split(' '));

/** Who acts in a school system, beyond the profiles. */
const people = `leder ledere chef skolechef læringschef centerchef skoleleder afdelingsleder sektorleder områdeleder distriktsleder souschef sekretariatsleder økonomichef direktør rådmand borgmester
  lærer pædagog underviser elev barn unge forælder forældre medarbejder konsulent vejleder psykolog politiker formand medlem sekretær administration
  bestyrelse skolebestyrelse udvalg skoleudvalg byråd forvaltning skoleforvaltning skole kommune skolevæsen ministerium fond forsker professor tillidsrepræsentant ledelse skoleledelse ledelsesteam chefteam forvaltningsledelse team koordinator tovholder
  afdeling sekretariat lederne cheferne teamleder viceskoleleder inspektør kollega kolleger gæst`;

const rolesKnown = new WeakMap<Catalog, ReadonlySet<string>>();

function rolesOf(catalog: Catalog): ReadonlySet<string> {
  const roles = rolesKnown.get(catalog) ?? readRoles(catalog);
  rolesKnown.set(catalog, roles);
  return roles;
}

function readRoles({ knowledge }: Catalog): ReadonlySet<string> {
  const named = knowledge.profiles.flatMap(({ name, aliases }) => [name.da, ...aliases.da]).join(' ');
  return new Set(
    wordsOf(`${people} ${named}`)
      .filter(word => word.length > 3)
      .map(stem)
      .filter(one => one.length > 2),
  );
}
