import { dependencies, version } from '../../../package.json';
import styles from './Footer.module.css';

export function Footer() {
  return (
    <footer className={styles.footer}>
      <p>Nothing leaves this browser: no account, no tracking, no request to another host.</p>
      <p>
        Goodput {version} · MIT licence · ONNX Runtime Web {dependencies['onnxruntime-web']} · React{' '}
        {dependencies.react}
      </p>
    </footer>
  );
}
