import { Component, type ReactNode } from 'react';
import { ErrorCard } from './ErrorCard.tsx';

interface Props {
  readonly onReset: () => void;
  readonly children: ReactNode;
}

/** Keeps a picture that fails to draw from taking its page along. */
export class PictureBoundary extends Component<Props, { message: string | undefined }> {
  override state: { message: string | undefined } = { message: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === undefined) return this.props.children;
    const reset = () => {
      this.setState({ message: undefined });
      this.props.onReset();
    };
    return <ErrorCard message={`the picture could not be drawn (${this.state.message})`} onReset={reset} />;
  }
}
