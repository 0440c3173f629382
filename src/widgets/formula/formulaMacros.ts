/**
 * The course's TeX macros. A symbol keeps one meaning and one colour everywhere, so lessons name the meaning
 * (`\arrivalRate`) and the letter and its class come from here.
 */
const symbol = (role: string, letter: string) => `\\class{symbol-${role}}{${letter}}`;

export const formulaMacros: Readonly<Record<string, string>> = {
  '\\arrivalRate': symbol('arrival-rate', '\\lambda'),
  '\\serviceRate': symbol('service-rate', '\\mu'),
  '\\servers': symbol('neutral', 'c'),
  '\\utilization': symbol('utilization', '\\rho'),
  '\\numberInSystem': symbol('number', 'L'),
  '\\numberInQueue': symbol('number', 'L_q'),
  '\\sojourn': symbol('sojourn', 'W'),
  '\\wait': symbol('sojourn', 'W_q'),
  '\\latency': symbol('sojourn', 'T'),
  '\\throughput': symbol('neutral', 'q'),
  '\\cost': symbol('cost', '\\operatorname{cost}'),
  '\\percentile': '\\text{p#1}',
  '\\PSI': '\\operatorname{PSI}',
  '\\prob': '\\operatorname{P}',
  '\\expectation': '\\mathbb{E}',
  // A slot that the page fills with the widget's present value of that name.
  '\\live': '\\data{live=#1}{0}',
};
