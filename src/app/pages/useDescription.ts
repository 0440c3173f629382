import { useEffect, useState } from 'react';
import { describeWidget } from '../../widgets/frame/index.ts';

export type Description = Awaited<ReturnType<typeof describeWidget>>;

/** Title and purpose of a widget, undefined until its declaration has arrived. */
export function useDescription(id: string): Description | undefined {
  const [description, setDescription] = useState<Description>();
  useEffect(() => {
    let current = true;
    describeWidget(id).then(
      (found) => current && setDescription(found),
      // The slot below the title loads the same file and says what is wrong.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [id]);
  return description?.id === id ? description : undefined;
}
