/** What people say instead of a command, and the command line they mean; tried in turn. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/^(?:please|pls|plz|bitte|can you|could you|hey|hi|hello)\b[\s,!]+(?=\S)/iu, ''],
  [/^(?:hello|hi|hey|hallo|start|info|how|what can (?:you|i) do.*|what is this.*|who are you.*)[\s!?.]*$/iu, 'help'],
  [/^help (?:me|please)\b.*$/iu, 'help'],
  [/^catch(?:\s+me)?\s+up\b/iu, 'catchup'],
  [/^what(?:'s| has| have| did)?\s+(?:(?:i|we)\s+)?(?:miss(?:ed)?|happen(?:ed)?|changed)\b.*$/iu, 'catchup'],
  [/^what(?:'s| is)\s+(?:new|up|the latest)\b.*$/iu, 'latest'],
  [/^(?:is (?:it|this) |are you )(?:working|alive|live|there|broken|on|ok)\b.*$/iu, 'status'],
  [/^(?:remove|delete|cancel)\s+(?:my\s+)?alerts?(?:\s+for)?\b/iu, 'alert remove'],
  [/^(?:add|new|make)\s+(?:an?\s+)?alerts?(?:\s+for)?\b/iu, 'alert add'],
  [/^(?:my|show|list)\s+(?:my\s+)?alerts\b.*$/iu, 'alert list'],
  [/^(?:tell|warn|ping|notify|alert)\s+me\s+(?:about|when|if|of|on)\s+(?=\S)/iu, 'alert add '],
];

/** A typed line in the words of the commands, where it is a phrase people use; else as it is. */
export function inCommandWords(line: string): string {
  return PHRASES.reduce((said, [phrase, command]) => said.replace(phrase, command), line.trim());
}
