import { Component, type ReactNode } from 'react';
import { desktop } from '../app/api.ts';
import { isMissingPart } from '../app/missing-part.ts';
import { words } from '../app/words.ts';
import { ErrorState } from './ErrorState.tsx';

interface Props {
  /** It is around the whole window, with nothing beside it to go on with. */
  readonly whole?: boolean;
  /** Where the person is; going elsewhere clears the failure. */
  readonly place?: string;
  readonly children: ReactNode;
}
interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

const { page, part, again } = words.desktop.failed;
const loadAgain = { label: again, run: () => void desktop.reloadPage() };

/** Keeps rail and header alive when a page throws, and explains itself when the whole window does. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { error: undefined, failed: false };
  static getDerivedStateFromError = (error: unknown): State => ({ error, failed: true });
  override componentDidCatch = () => document.getElementById('first')?.remove();
  private readonly begin = () => this.setState({ error: undefined, failed: false });
  private readonly retry = { label: words.common.tryAgain, run: this.begin };

  override componentDidUpdate(before: Props, { failed }: State) {
    if (failed && before.place !== this.props.place) this.begin();
  }

  override render() {
    const { error, failed } = this.state;
    if (!failed) return this.props.children;
    const missing = isMissingPart(error);
    const { label, run } = missing || this.props.whole ? loadAgain : this.retry;
    return <ErrorState title={missing ? part : page} error={error} onRetry={run} retry={label} />;
  }
}
