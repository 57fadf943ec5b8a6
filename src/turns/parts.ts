// What the handlers work with; built in app.ts.
import type { Dialogue } from '../domain/dialogue.ts';
import type { Feedback } from '../domain/feedback.ts';
import type { Forwarding } from '../domain/forwarding.ts';
import type { Library } from '../domain/library.ts';
import type { Welcome } from '../domain/welcome.ts';
import type { StoredDocument } from '../model/passage.ts';

export interface RouterParts {
  dialogue: Dialogue;
  library: Library;
  forwarding: Forwarding;
  feedback: Feedback;
  welcome: Welcome;
  /** The documents that have been imported. */
  imported: () => Promise<StoredDocument[]>;
  /** Whom users are sent to, as they read it. */
  helpContact: string | undefined;
}
