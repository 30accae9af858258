import { Component, type ReactNode } from 'react';
import { words } from '../app/words.ts';
import { ErrorState } from './ErrorState.tsx';

interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

/** Keeps rail and header alive when a page throws. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined, failed: false };
  static getDerivedStateFromError = (error: unknown): State => ({ error, failed: true });
  private readonly again = () => this.setState({ error: undefined, failed: false });

  override render() {
    if (!this.state.failed) return this.props.children;
    return <ErrorState title={words.desktop.failed.page} error={this.state.error} onRetry={this.again} />;
  }
}
