/** The course as planned: titles of all parts and lessons, written or not. */
export const plan = [
  {
    number: 1,
    title: 'Intuition',
    lessons: [
      'Training optimizes loss, serving optimizes system constraints',
      'The latency, throughput, cost triangle',
      'Batch versus online inference',
      'Model endpoints as contracts',
      'Failure budgets',
    ],
  },
  {
    number: 2,
    title: 'Formal definitions',
    lessons: [
      'The service s(x)',
      'The latency distribution',
      'Throughput q',
      'Utilization ρ',
      'Objectives and agreements (SLO, SLA)',
    ],
  },
  {
    number: 3,
    title: 'Serving architectures',
    lessons: [
      'REST and gRPC endpoints',
      'Batch serving',
      'Streaming inference',
      'Model routers',
      'Shadow and canary deployments',
    ],
  },
  {
    number: 4,
    title: 'Inference optimization',
    lessons: ['Batching', 'Caching', 'Quantization', 'Distillation', 'Hardware-aware scheduling'],
  },
  {
    number: 5,
    title: 'Queueing and capacity',
    lessons: ['Arrival rates', 'Little’s law', 'Tail latency', 'Autoscaling', 'Overload control'],
  },
  {
    number: 6,
    title: 'Deployment safety',
    lessons: [
      'Versioned endpoints',
      'Blue-green deploys',
      'Canary metrics',
      'Rollback triggers',
      'Incident playbooks',
    ],
  },
  {
    number: 7,
    title: 'LLM serving',
    lessons: ['Token latency', 'KV cache', 'Prompt batching', 'Model routing', 'Cost per answer'],
  },
] as const;
