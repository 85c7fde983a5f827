import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LoadedPolicy, loadContent } from '../../site/content/load/load-content.ts';
import { here } from './fixtures.ts';
import { digitRuns, firstDifference, squeezed, withMetadata, withoutTranscription } from './verbatim.ts';

const content = loadContent('content');

/** The source of a policy as it was handed over; `sources/<policy id>.txt`. */
function sourceOf(id: string): string {
  return readFileSync(join(here, 'sources', `${id}.txt`), 'utf8');
}

/** The text of the document: the Shenzhen file begins with metadata. */
function textOf(id: string): string {
  const source = sourceOf(id);
  return withoutTranscription(/^https?:/.test(source) ? withMetadata(source).text : source);
}

describe('the published texts', () => {
  it('are loaded without an error', () => {
    expect(content.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(content.policies.length).toBeGreaterThan(0);
  });

  describe.each(content.policies.map((loaded): [string, LoadedPolicy] => [loaded.id, loaded]))(
    '%s',
    (id, { body, text = '' }) => {
      it('has its source', () => {
        expect(existsSync(join(here, 'sources', `${id}.txt`))).toBe(true);
      });

      it('has every character of the source, in order, and no other', () => {
        expect(firstDifference(squeezed(textOf(id)), squeezed(text))).toBe('');
      });

      it('has every run of digits, in order', () => {
        expect(digitRuns(text)).toEqual(digitRuns(textOf(id)));
      });

      it('has the same text on the page', () => {
        const shown = body.blocks
          .map(({ html }) =>
            html.replace(
              /<(span|aside|h3)[^>]*class="[^"]*(?:editorial|missing-heading)[^>]*>.*?<\/\1>/gs,
              '',
            ),
          )
          .map((html) => html.replace(/<[^>]+>/g, ''))
          .join('')
          .replaceAll('&#x3C;', '<')
          .replaceAll('&#x26;', '&');
        expect(firstDifference(squeezed(text), squeezed(shown))).toBe('');
      });
    },
  );
});

describe('the metadata of the Shenzhen source', () => {
  const shenzhen = content.policies.find(({ id }) => id === 'shenzhen/2017-22')?.policy;
  const { address, fields } = withMetadata(sourceOf('shenzhen/2017-22'));

  it('is read from the source field by field', () => {
    expect(Object.keys(fields)).toEqual([
      '索引号',
      '信息分类',
      '发布机构',
      '发布日期',
      '信息名称',
      '文号',
      '关键词',
    ]);
  });

  it.runIf(shenzhen !== undefined)('agrees with the front matter', () => {
    expect(shenzhen).toMatchObject({
      sourceUrl: address,
      indexNumber: fields['索引号'],
      category: fields['信息分类'],
      issuers: [fields['发布机构']],
      noticeTitle: fields['信息名称'],
      documentNumber: fields['文号'],
      dates: { publishedOn: fields['发布日期'] },
    });
  });
});

describe('the comparison', () => {
  const text = '购买设备投资额达500万元的，给予6%一次性资金奖补。';

  it.each<[string, string]>([
    ['a figure', text.replace('6%', '7%')],
    ['a lost character', text.replace('达', '')],
    ['one more character', text.replace('达', '达到')],
    ['a width', text.replace('，', ',')],
    ['a lost end', text.slice(0, -1)],
  ])('notices %s', (_, changed) => {
    expect(firstDifference(squeezed(text), squeezed(changed))).not.toBe('');
  });

  it('shows the place', () => {
    expect(firstDifference('甲乙丙', '甲丁丙')).toBe(
      'at character 1\n  source:    …甲【乙丙】…\n  published: …甲【丁丙】…',
    );
  });

  it('ignores only white space and the marks of transcription', () => {
    expect(squeezed(withoutTranscription('## 一、总 则\n**(五) 深化。**\n- 附件：1.表\n2-1 #3'))).toBe(
      '一、总则(五)深化。附件：1.表2-1#3',
    );
  });
});

it('every source is for a policy that has a place in the jurisdictions', () => {
  const slugs = content.jurisdictions?.map(({ slug }) => slug) ?? [];
  const sources = globSync('*/*.txt', { cwd: join(here, 'sources') });
  expect(sources).toHaveLength(5);
  expect(sources.filter((path) => !slugs.includes(path.split('/')[0] ?? ''))).toEqual([]);
});
