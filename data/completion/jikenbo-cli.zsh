#compdef jikenbo-cli
# Completion of jikenbo-cli for zsh. Commands and options are asked from the program itself.
_jikenbo_cli() {
  local command word
  local -a values types
  types=(unauthorized_access web_skimming malware_ransomware phishing_account_takeover
    vulnerability_exploit misdelivery misconfiguration_exposure lost_media_device theft_physical
    insider_misuse web_defacement denial_of_service unknown)
  for word in ${words[2,CURRENT-1]}; do
    [[ $word == [a-z]* ]] && { command=$word; break; }
  done
  if compset -P '--type='; then compadd -- $types
  elif compset -P '--status='; then compadd -- confirmed possible none unknown
  elif compset -P '--circumstance='; then compadd -- contractor overseas_subsidiary none
  elif compset -P '--review='; then compadd -- bundled unread done
  elif compset -P '--framework='; then compadd -- nice ccf ecsf secbok
  elif compset -P '--format='; then compadd -- text table csv json jsonl
  elif compset -P '--(casebook|output)='; then _files
  elif [[ $PREFIX == -* ]]; then
    values=(${(f)"$($words[1] $command --help 2>/dev/null | grep -oE -- '--[a-z-]+=?' | sort -u)"})
    compadd -S '' -- ${(M)values:#*=}
    compadd -- ${values:#*=}
  elif [[ -z $command ]]; then
    values=(${(f)"$($words[1] --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\)  *\(.*\)/\1:\2/p')"})
    _describe command values
  elif [[ $command == chart ]]; then compadd -- causes affected time delay data_items sectors
  elif [[ $command == (extract|import) ]]; then _files
  fi
}
_jikenbo_cli "$@"
