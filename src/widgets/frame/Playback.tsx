import { useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../chart/index.ts';
import { IconButton } from '../controls/index.ts';
import type { Timeline } from './defineWidget.ts';
import type { Instance } from './instance.ts';
import styles from './WidgetFrame.module.css';

/** Play, step and scrub: three ways to choose the time t; the picture is a function of it. */
export function Playback({ instance, timeline }: { instance: Instance; timeline: Timeline }) {
  const time = useStore(instance, (state) => state.now.time);
  const playing = useStore(instance, (state) => state.playing);
  const label = useId();
  usePlay(instance, timeline, playing);

  const toggle = () => {
    const { now, seek, setPlaying } = instance.getState();
    if (!playing && now.time >= timeline.end) seek(timeline.start);
    setPlaying(!playing);
  };
  const { step, seek, setPlaying } = instance.getState();
  const reading = `${formatNumber(timeline.whole ? Math.floor(time) : time, 4)} ${timeline.unit}`;
  return (
    <div className={styles.playback}>
      <IconButton icon={playing ? 'pause' : 'play'} label={playing ? 'Pause' : 'Play'} onClick={toggle} />
      <IconButton icon="backward" label="Step back" onClick={() => step(-1)} />
      <IconButton icon="step" label="Step" onClick={() => step(1)} />
      <label className="visually-hidden" htmlFor={label}>
        Time
      </label>
      <input
        id={label}
        type="range"
        className={styles.scrub}
        min={timeline.start}
        max={timeline.end}
        step="any"
        value={time}
        aria-valuetext={reading}
        onChange={(event) => {
          setPlaying(false);
          seek(event.currentTarget.valueAsNumber);
        }}
        onKeyDown={(event) => {
          const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
          if (!direction) return;
          event.preventDefault();
          step(direction);
        }}
      />
      <output className={styles.clock}>{`t = ${reading}`}</output>
    </div>
  );
}

/** Moves the playhead with the frames of the display; it stops at the end and when the tab is hidden. */
function usePlay(instance: Instance, timeline: Timeline, playing: boolean) {
  useEffect(() => {
    if (!playing) return;
    let frame = 0;
    let last: number | undefined;
    const advance = (stamp: number) => {
      const { now, seek, setPlaying } = instance.getState();
      const elapsed = last === undefined ? 0 : Math.min(stamp - last, 100) / 1000;
      last = stamp;
      const time = now.time + (elapsed / timeline.seconds) * (timeline.end - timeline.start);
      seek(time);
      if (time >= timeline.end) setPlaying(false);
      else frame = requestAnimationFrame(advance);
    };
    frame = requestAnimationFrame(advance);
    return () => cancelAnimationFrame(frame);
  }, [instance, timeline, playing]);
}
