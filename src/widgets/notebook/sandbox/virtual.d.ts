declare module 'virtual:notebook-kernel' {
  /** Where the kernel's script is; it never belongs to the modules of the page. */
  const address: string;
  export default address;
}
