// A line as it stands in the file, before anything is dropped; shared by lines.ts, site-menus.ts and pages.ts.

export interface RawLine {
  /** Without indent and trailing space. */
  text: string;
  indent: number;
  page?: number;
  /** First line of a page. */
  newPage: boolean;
}
