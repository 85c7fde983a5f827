import type { View } from '../view.ts';

/** The props of {@link ProblemPage}. */
export interface ProblemPageProps {
  /** In Chinese, without a full stop. */
  readonly title: string;
  /** What happened and what can be done. */
  readonly detail: string;
}

/** An error as a page for people: what is wrong, and links to continue. */
export function ProblemPage({ title, detail }: ProblemPageProps): View {
  return (
    <div class="problem">
      <h1>{title}</h1>
      <p>{detail}</p>
      <ul>
        <li>
          <a href="/check/">重新自查</a>
        </li>
        <li>
          <a href="/policies/">看政策文件</a>
        </li>
        <li>
          <a href="/">回首页</a>
        </li>
      </ul>
    </div>
  );
}
