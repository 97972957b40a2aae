/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "naive-rules.h"

#define NAME "[^\\s、。「」()]{1,20}"
#define ORGANISATION                                                                                 \
  "((?:株式会社|有限会社|合同会社|医療法人|一般社団法人|一般財団法人|学校法人|社会福祉法人)" NAME "|" NAME \
  "(?:株式会社|有限会社|病院|大学|高校|市役所|銀行|学園|協会|組合))"
#define DATE "(?:(20[0-9]{2})年)?([0-9]{1,2})月([0-9]{1,2})日"
#define FIGURE "([0-9][0-9,]*万?[0-9,]*)"
/* In the same sentence, before or behind. */
#define THEN "[^。\\n]{0,80}?"

const NaiveRule naive_five[] = {
  { "organisation", NAIVE_PRINTED, NULL, ORGANISATION },
  { "affected_people", NAIVE_FIGURE, NULL, FIGURE "(?:名|人|件|通)" },
  { "discovered", NAIVE_DATE, NULL, DATE },
  { "incident_type", NAIVE_PRINTED, NULL,
    "不正アクセス|侵入|ランサムウェア|マルウェア|誤送信|誤送付|紛失|閲覧可能|設定に誤り|改ざん|乗っ取|フィッシング|盗難|持ち出し" },
  { "data_items", NAIVE_PRINTED, NULL,
    "氏名|住所|電話番号|メールアドレス|生年月日|性別|カード番号|口座番号|会員番号|購入履歴|勤務先|パスワード" },
  { NULL, NAIVE_PRINTED, NULL, NULL },
};

const NaiveRule naive_every[] = {
  { "is_notice", NAIVE_NAMED, "yes", "お詫び|お知らせ|ご報告|公表いたし|発生いたし|漏えい|漏洩|流出|紛失" },
  { "set_aside_reason", NAIVE_NAMED, "article", "プレスリリース|続きを読む|会員登録|関連記事|注意喚起" },
  { "serial", NAIVE_PRINTED, NULL, "(?:管理番号|第) ?([0-9]+)(?:報|号)?" },
  { "country", NAIVE_NAMED, "JP", "日本国内|国内|株式会社|個人情報保護委員会|警視庁|県警" },
  { "organisation", NAIVE_PRINTED, NULL, ORGANISATION },
  { "contractor", NAIVE_PRINTED, NULL, "(?:委託先|委託している)(?:である|の|、)" ORGANISATION },
  { "circumstances", NAIVE_CLAIMED, "contractor", "委託先|委託業者|業務委託|再委託" },
  { "circumstances", NAIVE_CLAIMED, "overseas_subsidiary", "海外子会社|現地法人|海外の拠点|海外グループ" },
  { "incident_type", NAIVE_CLAIMED, "unauthorized_access", "不正アクセス|侵入|不正なログイン|不正な接続" },
  { "incident_type", NAIVE_CLAIMED, "web_skimming", "クレジットカード情報" THEN "漏えい|決済画面が改ざん|スキミング" },
  { "incident_type", NAIVE_CLAIMED, "malware_ransomware", "ランサムウェア|マルウェア|身代金|暗号化され|ウイルス|感染" },
  { "incident_type", NAIVE_CLAIMED, "phishing_account_takeover", "乗っ取|フィッシング|偽のログイン|なりすまし" },
  { "incident_type", NAIVE_CLAIMED, "vulnerability_exploit", "脆弱性|ゼロデイ|未修正の欠陥" },
  { "incident_type", NAIVE_CLAIMED, "misdelivery", "誤送信|誤送付|誤配布|取り違え|誤って送|to欄|bcc" },
  { "incident_type", NAIVE_CLAIMED, "misconfiguration_exposure", "閲覧可能|閲覧できる状態|設定に誤り|共有設定|公開範囲" },
  { "incident_type", NAIVE_CLAIMED, "lost_media_device", "紛失|所在が分からな|見つからな|発見に至" },
  { "incident_type", NAIVE_CLAIMED, "theft_physical", "盗難|車上荒らし|盗まれ|置き引き" },
  { "incident_type", NAIVE_CLAIMED, "insider_misuse", "持ち出し|元従業員|私物の記憶媒体|目的外" },
  { "incident_type", NAIVE_CLAIMED, "web_defacement", "(?:サイト|ホームページ|ページ)" THEN "改ざん" },
  { "incident_type", NAIVE_CLAIMED, "denial_of_service", "サービス妨害|ddos|大量のアクセス" },
  { "affected_people", NAIVE_FIGURE, NULL, FIGURE "(?:名|人)(?:様|分)?" },
  { "affected_records", NAIVE_FIGURE, NULL, FIGURE "(?:件|通|アカウント|レコード)" },
  { "qualifier", NAIVE_NAMED, "about", "(?:約|およそ) ?" FIGURE },
  { "qualifier", NAIVE_NAMED, "at_least", "(?:少なくとも|" FIGURE "(?:名|人|件)以上)" },
  { "qualifier", NAIVE_NAMED, "at_most", "(?:最大|最大で) ?" FIGURE },
  { "qualifier", NAIVE_NAMED, "more_than", FIGURE "(?:名|人|件)(?:超|を超え)" },
  { "count_role", NAIVE_FIGURE, NULL, "(?:合計|計|全部で|延べ) ?" FIGURE },
  { "count_role", NAIVE_FIGURE, NULL, "(?:うち|内訳)" THEN FIGURE "(?:名|人|件)" },
  { "affected_status", NAIVE_NAMED, "none", "(?:漏えい|流出|悪用|不正利用)" THEN "(?:確認されておりません|報告は受けておりません)" },
  { "affected_status", NAIVE_NAMED, "possible", "(?:可能性|おそれ|懸念)" },
  { "affected_status", NAIVE_CLAIMED, "confirmed", "(?:漏えい|流出)(?:した|いたし|しており|が判明|を確認)" },
  { "dates", NAIVE_DATE, NULL, DATE },
  { "occurred_from", NAIVE_DATE, NULL, DATE "(?:から|より|~)|" DATE THEN "(?:発生|侵入され|送信し|紛失し|盗まれ)" },
  { "occurred_to", NAIVE_DATE, NULL, DATE "まで" },
  { "discovered", NAIVE_DATE, NULL, DATE THEN "(?:判明|発覚|発見|気づ|覚知|検知)" },
  { "announced", NAIVE_DATE, NULL, "^" DATE "$" },
  { "reported_ppc", NAIVE_CLAIMED, "yes", "個人情報保護委員会" THEN "(?:報告|届)" },
  { "reported_ppc", NAIVE_DATE, NULL, DATE THEN "個人情報保護委員会" },
  { "reported_police", NAIVE_CLAIMED, "yes", "警察" THEN "(?:相談|届|通報|申告)" },
  { "reported_police", NAIVE_DATE, NULL, DATE THEN "警察" },
  { "data_items", NAIVE_CLAIMED, "name", "氏名|名前|姓名" },
  { "data_items", NAIVE_CLAIMED, "address", "住所|居住地" },
  { "data_items", NAIVE_CLAIMED, "phone", "電話番号|携帯番号" },
  { "data_items", NAIVE_CLAIMED, "email", "メールアドレス" },
  { "data_items", NAIVE_CLAIMED, "birthdate", "生年月日" },
  { "data_items", NAIVE_CLAIMED, "gender", "性別" },
  { "data_items", NAIVE_CLAIMED, "card_number", "カード番号|クレジットカード情報" },
  { "data_items", NAIVE_CLAIMED, "card_expiry", "有効期限" },
  { "data_items", NAIVE_CLAIMED, "card_cvv", "セキュリティコード|cvv" },
  { "data_items", NAIVE_CLAIMED, "card_holder", "カード名義" },
  { "data_items", NAIVE_CLAIMED, "password", "パスワード" },
  { "data_items", NAIVE_CLAIMED, "login_id", "ログインid|会員番号|ユーザーid" },
  { "data_items", NAIVE_CLAIMED, "bank_account", "口座番号|口座情報" },
  { "data_items", NAIVE_CLAIMED, "medical", "診療|病歴|カルテ" },
  { "data_items", NAIVE_CLAIMED, "employment", "勤務先|職歴|役職" },
  { "data_items", NAIVE_CLAIMED, "grades", "成績|内申" },
  { "data_items", NAIVE_CLAIMED, "my_number", "マイナンバー|個人番号" },
  { "data_items", NAIVE_CLAIMED, "id_document", "運転免許証|旅券|健康保険証" },
  { "data_items", NAIVE_CLAIMED, "photo", "顔写真|画像" },
  { "data_items", NAIVE_CLAIMED, "purchase_history", "購入履歴|注文履歴" },
  { "encrypted", NAIVE_NAMED, "yes", "暗号化(?:されて|して|済)|パスワードが設定" },
  { "encrypted", NAIVE_NAMED, "no", "暗号化(?:されておらず|されていな|しておらず)" },
  { NULL, NAIVE_PRINTED, NULL, NULL },
};
