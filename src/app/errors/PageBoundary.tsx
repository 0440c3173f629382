import { Component, type ReactNode } from 'react';
import { PageProblem } from './PageProblem.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly problem: unknown;
  readonly failed: boolean;
}

/** One page's failure stays one page's: the map, the bar and every other page go on working. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { problem: undefined, failed: false };

  static getDerivedStateFromError(problem: unknown): State {
    return { problem, failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <PageProblem problem={this.state.problem} /> : this.props.children;
  }
}
