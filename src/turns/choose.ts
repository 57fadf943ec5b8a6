// A short question with what there is to choose from: a few buttons, or a list where there is more. Used by answer-replies and on-message.
import { plain } from '../cards/fill.ts';
import { choicesCard, mostButtons, mostListed } from '../cards/talk-cards.ts';
import type { Choice } from '../model/answer.ts';
import type { CardReply, Language } from '../model/turn.ts';
import { textsFor } from '../texts/texts.ts';

/** @param choices at least one; of more than 100 the first are shown, and the card says so. */
export function choose(text: string, choices: Choice[], language: Language): CardReply {
  const { ask } = textsFor(language);
  const asButtons = choices.length <= mostButtons;
  const said = choices.length > mostListed ? `${text} ${ask.firstOnly(mostListed)}` : text;
  const card = choicesCard({
    language,
    text: plain(said),
    buttons: asButtons ? choices : [],
    list: asButtons ? [] : choices.slice(0, mostListed),
    choose: ask.choose,
    show: ask.show,
  });
  return { kind: 'card', card, summary: said };
}
