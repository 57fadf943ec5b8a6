// `npm run check:knowledge -- [FOLDER …]`: reads the knowledge files and prints what they hold, or every problem with file and line.

import { loadKnowledge } from '../knowledge/load.ts';
import { AppError } from '../lib/errors.ts';

const folders = process.argv.slice(2);
try {
  const { documents, profiles, goalArrows, forums, facts, topics } = loadKnowledge(
    folders.length > 0 ? folders : ['knowledge'],
  );
  const points = profiles.reduce((sum, p) => sum + p.priorities.length + p.workValues.length + p.skills.length, 0);
  const activities = goalArrows.flatMap(arrow => arrow.years.flatMap(year => year.activities));
  console.log(
    `${documents.length} documents, ${profiles.length} profiles with ${points} points, ${goalArrows.length} goal arrows with ` +
      `${activities.length} activities, ${forums.length} forums, ${facts.length} facts in ${topics.length} topics`,
  );
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
