/** What pages write before a time to say what it is of, in our eight languages: "Updated at", "Stand:", "Mis à jour le". */
const LABEL =
  /^(?:(?:erst|ursprungs)?meldung(?= vom|, \d)|(?:(?:first|last|latest|zuletzt|dernière|última|ultimo|ostatnia|laatst(?:e)?) )?(?:updated?|edited|published|posted|created|aktualisiert|bearbeitet|veröffentlicht|stand|mis(?:e)? à jour|modifiée?|publiée?|actualizad[oa]|actualización|editado|publicad[oa]|aggiornat[oa]|aggiornamento|modificato|pubblicat[oa]|zaktualizowan[oay]|aktualizacja|edytowano|opublikowan[oay]|publikacja|atualizad[oa]|atualização|bijgewerkt|gewijzigd|gepubliceerd|geplaatst)(?!\p{L}))(?: (?:at|on|am|um|vom|le|el|op|em|a))?\s*[:,]?\s+/iu;

/** The same text without such words in front. */
export function withoutLabel(text: string): string {
  return text.replace(LABEL, '');
}
