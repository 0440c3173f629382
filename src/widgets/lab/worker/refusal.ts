import { LabFailure } from '../failures.ts';

/** Why ONNX Runtime refused a model, from its own words, which stay with the failure. */
export function refusal(detail: string): LabFailure {
  if (
    /unsupported model ir version|max supported ir|opset.*(only guarantees|is (still )?under development)|officially released/i.test(
      detail,
    )
  )
    return new LabFailure('newer-model', detail);
  if (
    /not a registered function\/op|could not find an implementation|no op registered|no opset import|is not a registered/i.test(
      detail,
    )
  )
    return new LabFailure('unknown-operation', detail);
  return new LabFailure('not-a-model', detail);
}
