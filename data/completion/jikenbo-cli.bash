# Completion of jikenbo-cli for bash. Commands and options are asked from the program itself.
_jikenbo_cli() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i option values
  local types='unauthorized_access web_skimming malware_ransomware phishing_account_takeover
    vulnerability_exploit misdelivery misconfiguration_exposure lost_media_device theft_physical
    insider_misuse web_defacement denial_of_service unknown'
  local data='name address phone email birthdate gender card_number card_expiry card_cvv card_holder password
    login_id bank_account medical employment grades my_number id_document photo purchase_history other'
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ ${COMP_WORDS[i]} == [a-z]* && ${COMP_WORDS[i-1]} != = ]] && { command=${COMP_WORDS[i]}; break; }
  done
  # bash takes "=" for a word of its own.
  option=$before
  [[ $word == = ]] && word=
  [[ $before == = ]] && option=${COMP_WORDS[COMP_CWORD-2]}
  [[ ${COMP_WORDS[COMP_CWORD]} == = ]] && option=$before
  case $option in
    --type) values=$types ;;
    --status) values='confirmed possible none unknown' ;;
    --circumstance) values='contractor overseas_subsidiary none' ;;
    --review) values='bundled unread done' ;;
    --data) values=$data ;;
    --by) values='month year' ;;
    --language) values='ja en' ;;
    --scheme) values='jnsa tsr ppc jipdec veris' ;;
    --sort) values=$("$1" "$command" --help 2>/dev/null | sed -n 's/,//g; s/^ *--sort=[A-Z]* *Order: \([^;]*\);.*/\1/p') ;;
    --framework) values='nice ccf ecsf secbok' ;;
    --format) values=$("$1" "$command" --help 2>/dev/null | sed -n 's/,\? or / /; s/,//g; s/.*--format.*\(What to print:\|as\) //p') ;;
    --casebook|--output|-o|--coverage|--courses|--read|--own-import) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
  esac
  if [[ -n $values ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
  elif [[ $word == -* ]]; then
    values=$("$1" $command --help 2>/dev/null | grep -oE '^ +(-[a-z], )?--[a-z-]+=?' | grep -oE -- '--[a-z-]+=?')
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
  elif [[ -z $command ]]; then
    values=$("$1" --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
  elif [[ $command == chart ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$("$1" chart --help | sed -n 's/,//g; s/^Draw a chart: //p')" -- "$word")
  elif [[ $command == extract || $command == import ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -F _jikenbo_cli jikenbo-cli
