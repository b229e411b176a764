import { type Archive, ChatDocument, knownNames } from '../../language/index.js';
import { logsWithNames } from './logsWithNames.js';
import { isNamed, type Person } from './person.js';

/** A log in which nobody speaks. */
const nowhere = ChatDocument.parse('', 0, '');

/** The URIs of the logs of an archive that may name a person: by one of their names, or by a mention that means them. */
export function logsNamingPerson(archive: Archive, person: Person): ReadonlySet<string> {
  const uris = logsWithNames(archive, person);
  for (const { uri, summary, people } of archive.logs()) {
    // In a log in which the person does not speak, whom a mention means does not depend on who does.
    const known = knownNames(nowhere, people, archive.names);
    if (summary.mentions.some((name) => isNamed(person, { kind: 'mention', name }, known))) uris.add(uri);
  }
  return uris;
}
