// Ties sections to what they speak of: levels and lists of profiles, years of a målpil, municipalities. Called by parse-document.ts.
import type { DocumentInfo, Knowledge, ProfileList } from '../../model/knowledge.ts';
import type { Section } from './sections.ts';
import { tieYears } from './tie-years.ts';

const listHeads: Record<string, ProfileList> = {
  prioriteter: 'priorities',
  arbejdsværdier: 'workValues',
  færdigheder: 'skills',
};

/** Sections with their ties; sections that only carried a label are gone. */
export function tieSections(sections: Section[], knowledge: Knowledge, document: DocumentInfo | undefined): Section[] {
  return tieMunicipalities(tieYears(tieProfiles(sections, knowledge), knowledge, document), knowledge);
}

const lastOf = (section: Section | undefined) => section?.path.at(-1) ?? '';
const listOf = (section: Section | undefined) => listHeads[lastOf(section).toLowerCase()];

/**
 * The three lists of a level carry its name; it stands before or after them. A document whose last group is followed by
 * a bare name prints the names after.
 */
function tieProfiles(sections: Section[], knowledge: Knowledge): Section[] {
  const groups: { first: number; last: number }[] = [];
  sections.forEach((section, i) => {
    const list = listOf(section);
    if (!list) return;
    const open = groups.at(-1);
    const already = open && sections.slice(open.first, i).some(earlier => listOf(earlier) === list);
    if (open && open.last === i - 1 && !already) open.last = i;
    else groups.push({ first: i, last: i });
  });
  const last = groups.at(-1);
  if (!last) return sections;
  const isName = (section: Section | undefined) =>
    section !== undefined && section.blocks.length === 0 && section.path.length > 0;
  const namesAfter = isName(sections[last.last + 1]);
  const labels = new Set<number>();
  const tied = [...sections];
  for (const { first, last: end } of groups) {
    const labelAt = namesAfter ? end + 1 : first - 1;
    const label = sections[labelAt];
    if (!label || !isName(label)) continue;
    labels.add(labelAt);
    const raw = lastOf(label);
    const profile = knowledge.profiles.find(({ name }) => name.da.toLowerCase() === raw.toLowerCase());
    for (let i = first; i <= end; i++) {
      const section = sections[i];
      const list = listOf(section);
      if (!section || !list) continue;
      const path = [`Profil: ${profile?.name.da ?? raw.charAt(0) + raw.slice(1).toLowerCase()}`, lastOf(section)];
      tied[i] = { ...section, path, ties: { ...section.ties, list, ...(profile ? { level: profile.level } : {}) } };
    }
  }
  return tied.filter((_, i) => !labels.has(i));
}

/** A section belongs to the municipality that its innermost heading to name any names alone. */
function tieMunicipalities(sections: Section[], knowledge: Knowledge): Section[] {
  return sections.map(section => {
    for (const heading of [...section.path].reverse()) {
      const named = knowledge.municipalities.filter(({ name }) => heading.toLowerCase().includes(name.toLowerCase()));
      const [only] = named;
      if (named.length === 1 && only) return { ...section, ties: { ...section.ties, municipality: only.id } };
      if (named.length > 1) return section;
    }
    return section;
  });
}
