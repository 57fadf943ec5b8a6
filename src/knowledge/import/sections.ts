// Blocks → sections with their heading paths; called by parse-document.ts.
import type { PassageTies } from '../../model/passage.ts';
import type { Block } from './structure/blocks.ts';

export type Content = Exclude<Block, { kind: 'heading' }>;

export interface Section {
  /** Headings from the outermost to this one. */
  path: string[];
  blocks: Content[];
  ties: PassageTies;
  /** Heading of a figure's track, which comes back. */
  repeated: boolean;
}

/** `sameTitle` tells the document's own title, which is no section. */
export function toSections(blocks: Block[], sameTitle: (text: string) => boolean): Section[] {
  const sections: Section[] = [{ path: [], blocks: [], ties: {}, repeated: false }];
  const title = onlyTopHeading(blocks);
  let path: { text: string; depth: number }[] = [];
  for (const block of blocks) {
    if (block === title) continue;
    if (block.kind !== 'heading') {
      const whole = block.kind === 'labels' ? block.lines.join(' ') : block.kind === 'text' ? block.text : '';
      if (!sameTitle(whole)) sections.at(-1)?.blocks.push(block);
      continue;
    }
    if (sameTitle(block.text)) continue;
    // The head of a chapter printed again on its next page.
    const again = path.findIndex(heading => heading.text.toLowerCase() === block.text.toLowerCase());
    if (again >= 0 && /^\d/.test(block.text)) {
      path = path.slice(0, again + 1);
    } else {
      path = [
        ...path.filter(heading => heading.depth < block.depth),
        { text: heading(block.text), depth: block.depth },
      ];
    }
    sections.push({ path: path.map(({ text }) => text), blocks: [], ties: {}, repeated: block.repeated });
  }
  return sections;
}

/** A heading with nothing below it, not even other headings, is no heading: its words go to the end of the section before. */
export function keepBareHeadings(sections: Section[]): Section[] {
  const kept: Section[] = [];
  sections.forEach((section, i) => {
    const own = section.path.at(-1);
    const before = kept.at(-1);
    const isBare = section.blocks.length === 0 && own !== undefined && !sections[i + 1]?.path.includes(own);
    if (isBare && before) {
      kept[kept.length - 1] = { ...before, blocks: [...before.blocks, { kind: 'labels', lines: [own] }] };
    } else kept.push(section);
  });
  return kept;
}

/** A first heading that all others stand below is the document's title. */
function onlyTopHeading(blocks: Block[]): Block | undefined {
  const headings = blocks.filter(block => block.kind === 'heading');
  const [first, ...others] = headings;
  return first === blocks[0] && others.length > 0 && others.every(({ depth }) => depth > (first?.depth ?? 0))
    ? first
    : undefined;
}

/** Capitals shouted by the layout become ordinary writing; abbreviations stay. */
function heading(text: string): string {
  const shouted = text.length > 4 && text === text.toUpperCase() && /\p{L}{5}/u.test(text);
  return (shouted ? text.charAt(0) + text.slice(1).toLowerCase() : text).replace(/[:\s]+$/, '');
}
