#compdef jikenbo-cli
# Completion of jikenbo-cli for zsh. Commands and options are asked from the program itself.

# What the help lists behind PATTERN: words with commas and "or" between them.
_jikenbo_cli_values() { # PROGRAM COMMAND PATTERN
  $1 $2 --help 2>/dev/null | sed -n "s/,//g; s/ or / /g; s/^ *$3 \([^;]*\).*/\1/p"
}

_jikenbo_cli() {
  local command word
  local -a values types data
  types=(unauthorized_access web_skimming malware_ransomware phishing_account_takeover
    vulnerability_exploit misdelivery misconfiguration_exposure lost_media_device theft_physical
    insider_misuse web_defacement denial_of_service unknown)
  data=(name address phone email birthdate gender card_number card_expiry card_cvv card_holder password
    login_id bank_account medical employment grades my_number id_document photo purchase_history other)
  for word in ${words[2,CURRENT-1]}; do
    [[ $word == [a-z]* ]] && { command=$word; break; }
  done
  if compset -P '--type='; then compadd -- $types
  elif compset -P '--status='; then compadd -- confirmed possible none unknown
  elif compset -P '--circumstance='; then compadd -- contractor overseas_subsidiary none
  elif compset -P '--review='; then compadd -- bundled unread done
  elif compset -P '--framework='; then compadd -- nice ccf ecsf secbok
  elif compset -P '--data='; then compadd -- $data
  elif compset -P '--by='; then compadd -- month year
  elif compset -P '--language='; then compadd -- ja en
  elif compset -P '--scheme='; then compadd -- jnsa tsr ppc jipdec veris
  elif compset -P '--sort='; then compadd -- $(_jikenbo_cli_values $words[1] $command '--sort=.*Order:')
  elif compset -P '--format='; then
    compadd -- $(_jikenbo_cli_values $words[1] $command '--format=.*print:')
    compadd -- $(_jikenbo_cli_values $words[1] $command '--format=.* as')
  elif compset -P '--(casebook|output|coverage|courses|read|own-import)='; then _files
  elif [[ $PREFIX == -* ]]; then
    values=(${(f)"$($words[1] $command --help 2>/dev/null | 
      grep -oE '^ +(-[a-z], )?--[a-z-]+=?' | grep -oE -- '--[a-z-]+=?')"})
    compadd -S '' -- ${(M)values:#*=}
    compadd -- ${values:#*=}
  elif [[ -z $command ]]; then
    values=(${(f)"$($words[1] --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\)  *\(.*\)/\1:\2/p')"})
    _describe command values
  elif [[ $command == chart ]]; then 
    compadd -- $(_jikenbo_cli_values $words[1] chart 'Draw a chart:')
  elif [[ $command == (extract|import) ]]; then _files
  fi
}
_jikenbo_cli "$@"
