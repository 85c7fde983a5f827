import { join } from 'node:path';
import {
  type Indicator,
  type Jurisdiction,
  type ReadTable,
  readDictionary,
  readIndicators,
  readJurisdictions,
  readTerms,
  type Terms,
} from '../../../clauses/authoring.ts';
import type { Dictionary } from '../../../clauses/index.ts';
import { type ContentIssue, issueOfFinding, issueOfRefusal } from '../source/content-issue.ts';
import { findingPositions } from '../source/finding-positions.ts';
import { readYaml } from '../source/yaml.ts';
import { readSource, sha256 } from './content-files.ts';

/** The tables that all policies share: facts, jurisdictions, indicators and terms. */
export interface Tables {
  readonly dictionary: Dictionary;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly indicators: readonly Indicator[];
  readonly terms: Terms;
}

/** The result of reading the tables; a table with errors is absent. */
export interface ReadTables {
  readonly tables: Partial<Tables>;
  readonly issues: readonly ContentIssue[];
  /** A digest of the bytes of all tables. */
  readonly digest: string;
}

/** Reads `facts.yaml`, `jurisdictions.yaml`, `indicators.yaml` and `terms.yaml` of a content folder. */
export function readTables(folder: string): ReadTables {
  const dictionary = readTable(folder, 'facts.yaml', readDictionary);
  const jurisdictions = readTable(folder, 'jurisdictions.yaml', readJurisdictions);
  const indicators = readTable(folder, 'indicators.yaml', readIndicators);
  const terms = readTable(folder, 'terms.yaml', readTerms);
  const all = [dictionary, jurisdictions, indicators, terms];
  return {
    tables: {
      ...(dictionary.value === undefined ? {} : { dictionary: dictionary.value }),
      ...(jurisdictions.value === undefined ? {} : { jurisdictions: jurisdictions.value }),
      ...(indicators.value === undefined ? {} : { indicators: indicators.value }),
      ...(terms.value === undefined ? {} : { terms: terms.value }),
    },
    issues: all.flatMap((table) => table.issues),
    digest: sha256(all.map((table) => table.digest).join('\n')),
  };
}

interface TableFile<T> {
  readonly value?: T;
  readonly issues: readonly ContentIssue[];
  readonly digest: string;
}

function readTable<T>(folder: string, name: string, read: (raw: unknown) => ReadTable<T>): TableFile<T> {
  const file = readSource(join(folder, name));
  if ('code' in file) return { issues: [file], digest: '' };
  const { source, digest } = file;
  const yaml = readYaml(source.text);
  if (yaml.refusals.length > 0) {
    return { issues: yaml.refusals.map((refused) => issueOfRefusal(source, refused)), digest };
  }
  const { value, findings } = read(yaml.value);
  const positions = findingPositions(yaml);
  const issues = findings.map((found) => issueOfFinding(source, found, positions));
  return value === undefined ? { issues, digest } : { value, issues, digest };
}
