# Completion of jikenbo-cli for fish. Commands and options are asked from the program itself.
function __jikenbo_cli_command
    for word in (commandline -opc)[2..-1]
        string match -qr '^[a-z]+$' -- $word; and echo $word; and return
    end
    return 1
end

function __jikenbo_cli_commands
    jikenbo-cli --help | string match -rg '^  ([a-z]+ {2,}[A-Z].*)$' | string replace -r ' +' \t
end

function __jikenbo_cli_options
    jikenbo-cli (__jikenbo_cli_command) --help | string match -rg '^ +(?:-[a-z], )?(--[a-z-]+=?\S* {2,}.*)$' |
        string replace -r '^(--[a-z-]+=?)\S* +' '$1\t'
end

# What the help lists at a place: words with commas and "or" between them.
function __jikenbo_cli_values
    jikenbo-cli (__jikenbo_cli_command) --help | string match -rg -- $argv[1] | string replace -ra ',| or ' ' ' |
        string split -n ' '
end

# The options that a command has come from its help; those below only tell what a value may be.
function __jikenbo_cli_at_value
    string match -qr -- '^--[a-z-]+=' (commandline -ct); or string match -q -- '-*' (commandline -opc)[-1]
end

set -l types unauthorized_access web_skimming malware_ransomware phishing_account_takeover \
    vulnerability_exploit misdelivery misconfiguration_exposure lost_media_device theft_physical \
    insider_misuse web_defacement denial_of_service unknown
set -l data name address phone email birthdate gender card_number card_expiry card_cvv card_holder password \
    login_id bank_account medical employment grades my_number id_document photo purchase_history other

complete -c jikenbo-cli -n 'not __jikenbo_cli_command' -f -a '(__jikenbo_cli_commands)'
complete -c jikenbo-cli -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__jikenbo_cli_options)'
complete -c jikenbo-cli -n 'string match -q chart -- (__jikenbo_cli_command)' -f \
    -a '(__jikenbo_cli_values "^Draw a chart: (.*)")'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l type -x -a "$types"
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l status -x -a 'confirmed possible none unknown'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l circumstance -x -a 'contractor overseas_subsidiary none'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l review -x -a 'bundled unread done'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l framework -x -a 'nice ccf ecsf secbok'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l data -x -a "$data"
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l by -x -a 'month year'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l language -x -a 'ja en'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l scheme -x -a 'jnsa tsr ppc jipdec veris'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l sort -x -a '(__jikenbo_cli_values "^ +--sort=\S+ +Order: ([^;]*)")'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -l format -x -a '(__jikenbo_cli_values "^ +--format=\S+ .*(?:print:|as) (.*)")'
complete -c jikenbo-cli -n __jikenbo_cli_at_value -s o -l output -r
for file in casebook coverage courses read own-import
    complete -c jikenbo-cli -n __jikenbo_cli_at_value -l $file -r
end
