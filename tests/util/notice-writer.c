/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notice-writer.h"

#include <string.h>

struct _NoticeWriter
{
  GRand *rand;
};

/* What happened, by type: the heading's words, how it happened, what was done. */
static const struct
{
  JkbIncidentType type;
  const char *what;
  const char *how[3];
} stories[] = {
  { JKB_TYPE_UNAUTHORIZED_ACCESS, "不正アクセスによる個人情報の漏えい",
    { "外部の第三者が当%sのサーバーへ不正アクセスを行い、業務用の共有フォルダーを閲覧した形跡が見つかりました。",
      "管理用の端末の通信記録を調べたところ、海外の複数の接続元から侵入されていたことが分かりました。",
      "認証情報が何らかの方法で入手され、VPN装置を経由して内部のネットワークに入られたものとみられます。" } },
  { JKB_TYPE_MALWARE_RANSOMWARE, "ランサムウェア被害",
    { "当%sのファイルサーバーに保存していたデータが暗号化され、業務システムが利用できなくなりました。",
      "ランサムウェアに感染した端末をネットワークから切り離し、外部の専門家とともに復旧を進めております。",
      "身代金を要求する文書が端末の画面に表示されましたが、攻撃者とは一切接触しておりません。" } },
  { JKB_TYPE_MISDELIVERY, "メールの誤送信",
    { "当%sの担当者が案内のメールを一斉に送信する際、本来BCC欄に入れるべき宛先をTO欄に入力しました。",
      "添付すべきファイルを取り違え、別のお客様の情報を含む一覧表を送付いたしました。",
      "送信後に受信者の方からのご連絡で誤送信が判明し、直ちに削除をお願いしました。" } },
  { JKB_TYPE_LOST_MEDIA_DEVICE, "書類の紛失",
    { "当%sの職員が外出先から戻った際、書類を入れた鞄がないことに気づきました。",
      "保管期限を過ぎた申込書の綴りを確認したところ、一部の所在が分からなくなっておりました。",
      "業務用のUSBメモリーを執務室内で捜索いたしましたが、現在も発見に至っておりません。" } },
  { JKB_TYPE_MISCONFIGURATION_EXPOSURE, "個人情報が閲覧可能な状態になっていた件",
    { "当%sが利用するクラウドサービスの設定に誤りがあり、応募者の一覧が外部から閲覧できる状態でした。",
      "申込フォームの共有設定を変更した際に、回答者どうしが互いの入力内容を見られるようになっておりました。",
      "公開範囲の確認が一人の担当者に任されており、第三者による点検が行われておりませんでした。" } },
  { JKB_TYPE_WEB_SKIMMING, "クレジットカード情報の漏えい",
    { "当%sが運営する通信販売サイトの決済画面が改ざんされ、入力された内容が外部へ送られておりました。",
      "クレジットカード会社から情報流出の懸念について連絡を受け、カード決済を停止いたしました。",
      "第三者機関の調査により、サイトの脆弱性を突いた不正なプログラムの設置が確認されました。" } },
  { JKB_TYPE_PHISHING_ACCOUNT_TAKEOVER, "メールアカウントの乗っ取り",
    { "当%sの職員が偽のログイン画面にパスワードを入力し、メールアカウントを乗っ取られました。",
      "乗っ取られたアカウントから約%s通の迷惑メールが外部へ送信されました。",
      "アカウントに保存されていた過去のメールが閲覧された可能性を否定できません。" } },
  { JKB_TYPE_THEFT_PHYSICAL, "車上荒らしによる盗難",
    { "当%sの社員が駐車場に停めていた社用車の窓が割られ、業務用のパソコンが盗まれました。",
      "盗難にあった端末には起動時のパスワードが設定されております。",
      "現場に防犯カメラはなく、現在も端末は見つかっておりません。" } },
  { JKB_TYPE_INSIDER_MISUSE, "元従業員による情報の持ち出し",
    { "当%sを退職した元従業員が、在職中に取引先の名簿を私物の記憶媒体へ複写しておりました。",
      "別の会社に移った後、名簿を営業に使っていたことが取引先からの連絡で分かりました。",
      "持ち出された情報が他に渡った事実は、これまでのところ確認されておりません。" } },
};

static const char *const kinds[] = { "株式会社", "有限会社", "医療法人", "一般社団法人", "学校法人", "" };
static const char *const name_parts[]
    = { "みどり", "青葉", "朝霧", "千代田台", "麒麟", "北星", "海風", "若草", "七宝", "瑞雲", "白樺", "松ヶ枝",
        "湊", "暁", "鳴瀬", "飛鳥野", "霞", "蒼", "櫻", "榛名", "珊瑚", "翡翠", "桔梗", "竜胆" };
static const char *const trades[]
    = { "食品", "物流", "電機", "文具", "薬局", "建設", "銀行", "病院", "大学", "市役所", "商会", "印刷",
        "通信", "観光", "保険", "製作所", "ガス", "書店", "旅館", "学園" };
static const JkbSector sectors[]
    = { JKB_SECTOR_RETAIL_EC, JKB_SECTOR_LOGISTICS_TRANSPORT, JKB_SECTOR_MANUFACTURING,
        JKB_SECTOR_EDUCATION, JKB_SECTOR_HEALTHCARE, JKB_SECTOR_LOCAL_GOVERNMENT,
        JKB_SECTOR_FINANCE_INSURANCE, JKB_SECTOR_IT_TELECOM, JKB_SECTOR_UNKNOWN };
static const char *const data_words[]
    = { "氏名", "住所", "電話番号", "メールアドレス", "生年月日", "性別", "会員番号", "購入履歴", "勤務先" };

/* What notices say whatever happened. */
static const char *const sentences[] = {
  "関係者の皆様には多大なるご迷惑とご心配をおかけいたしますことを、深くお詫び申し上げます。",
  "現在のところ、個人情報が悪用されたという報告は受けておりません。",
  "対象となるお客様には、書面または電子メールで個別にご連絡を差し上げております。",
  "本件につきましては、個人情報保護委員会へ報告するとともに、所轄の警察署へ相談いたしました。",
  "外部の専門機関に調査を依頼し、原因と影響の範囲の特定を進めてまいりました。",
  "不審な電話やメールを受け取られた場合は、下記の窓口までお知らせくださいますようお願いいたします。",
  "再発を防ぐため、情報の取り扱いに関する規程を見直し、全従業員に研修を実施いたします。",
  "送信前に二名で宛先を確認する手順を設け、一斉送信用の仕組みを導入いたします。",
  "端末の持ち出しを許可制とし、記憶媒体の暗号化を徹底いたします。",
  "今後、新たにお知らせすべき事実が判明した場合は、速やかに公表いたします。",
  "本件に関するお問い合わせは、平日の午前九時から午後五時までお受けいたします。",
  "ご心配をおかけしましたことを重ねてお詫び申し上げます。",
  "なお、クレジットカード番号や口座番号などの決済に関わる情報は含まれておりません。",
  "システムの監視を強化し、異常な通信を直ちに検知できる体制を整えました。",
  "委託先に対しても同様の点検を求め、その結果を確認してまいります。",
  "通信の記録は一年間保存しており、調査の対象とした期間の分はすべて残っておりました。",
  "影響を受けた機器はすべて初期化し、安全を確かめたうえで順次入れ替えております。",
  "当該の業務は一時的に停止し、手作業による代替の手続きに切り替えました。",
};

static guint
pick (NoticeWriter *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

#define PICK(array) (array)[pick (self, G_N_ELEMENTS (array))]

NoticeWriter *
notice_writer_new (guint32 seed)
{
  NoticeWriter *self = g_new0 (NoticeWriter, 1);

  self->rand = g_rand_new_with_seed (seed);
  return self;
}

void
notice_writer_free (NoticeWriter *writer)
{
  if (writer == NULL)
    return;
  g_rand_free (writer->rand);
  g_free (writer);
}

/* A name that hardly anybody else has: two kanji by chance. */
static char *
make_rare_name (NoticeWriter *self)
{
  GString *name = g_string_new (NULL);

  for (int i = 0; i < 2; i++)
    g_string_append_unichar (name, 0x4e00 + pick (self, 0x5000));
  return g_string_free (name, FALSE);
}

static char *
make_organisation (NoticeWriter *self)
{
  g_autofree char *rare = pick (self, 3) == 0 ? make_rare_name (self) : NULL;

  return g_strconcat (PICK (kinds), rare != NULL ? rare : PICK (name_parts), PICK (trades), NULL);
}

static gint64
make_people (NoticeWriter *self)
{
  static const guint limits[] = { 10, 100, 1000, 10000, 100000, 3000000 };

  if (pick (self, 5) == 0)
    return JKB_COUNT_UNKNOWN;
  return pick (self, PICK (limits));
}

static JkbDate
make_date (NoticeWriter *self)
{
  return jkb_date_from_days (17532 + (int) pick (self, 2900));
}

static void
append_date (GString *text, JkbDate date)
{
  g_string_append_printf (text, "%d年%d月%d日", date.year, date.month, date.day);
}

static void
append_affected (NoticeWriter *self, GString *text, JkbIncident *incident)
{
  guint n_words = 1 + pick (self, 5);

  g_string_append (text, "対象となる情報は、お客様");
  if (incident->people != JKB_COUNT_UNKNOWN)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "名分", incident->people);
  g_string_append (text, "の");
  for (guint i = 0; i < n_words; i++)
    {
      guint item = pick (self, G_N_ELEMENTS (data_words));

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", data_words[item]);
      incident->data_items |= item < JKB_DATA_CARD_NUMBER ? 1u << item : 1u << JKB_DATA_OTHER;
    }
  g_string_append (text, "です。\n");
}

static void
append_story (NoticeWriter *self, GString *text, guint story, JkbIncident *incident)
{
  g_string_append (text, "1. 経緯\n");
  append_date (text, incident->discovered);
  g_string_append (text, "、次のことが判明いたしました。\n");
  for (guint i = 0; i < G_N_ELEMENTS (stories[story].how); i++)
    {
      g_auto(GStrv) parts = g_strsplit (stories[story].how[i], "%s", 2);

      g_string_append (text, parts[0]);
      if (parts[1] != NULL)
        g_string_append_printf (text, "%s%s", i == 0 ? "社" : "3,000", parts[1]);
      g_string_append_c (text, '\n');
    }
}

/* Half of the notices are short, some are very long. */
static guint
pick_length (NoticeWriter *self)
{
  guint n = 2 + pick (self, 14);

  return pick (self, 20) == 0 ? n * 6 : n;
}

static JkbIncident *
make_incident (NoticeWriter *self, gint64 id, guint story)
{
  JkbIncident *incident = jkb_incident_new ();

  incident->id = id;
  incident->organisation = make_organisation (self);
  incident->title = g_strdup_printf ("%sに関するお詫びとお知らせ", stories[story].what);
  incident->type = stories[story].type;
  incident->types = 1u << incident->type;
  incident->sector = PICK (sectors);
  incident->status = (JkbAffectedStatus) pick (self, JKB_N_STATUSES);
  incident->people = make_people (self);
  incident->discovered = make_date (self);
  incident->announced = incident->discovered;
  incident->source_kind = g_strdup ("text");
  return incident;
}

JkbIncident *
notice_writer_next (NoticeWriter *writer, gint64 id, char **text)
{
  NoticeWriter *self = writer;
  guint story = pick (self, G_N_ELEMENTS (stories));
  JkbIncident *incident = make_incident (self, id, story);
  GString *notice = g_string_new (incident->title);
  guint n_sentences = pick_length (self);

  g_string_append (notice, "\n\n");
  append_date (notice, incident->announced);
  g_string_append_printf (notice, "\n%s\n\nこのたび、%sにおいて、%sが発生いたしました。\n",
                          incident->organisation, incident->organisation, stories[story].what);
  append_story (self, notice, story, incident);
  g_string_append (notice, "2. 対象\n");
  append_affected (self, notice, incident);
  g_string_append (notice, "3. 対応\n");
  for (guint i = 0; i < n_sentences; i++)
    g_string_append_printf (notice, "%s\n", PICK (sentences));
  g_string_append_printf (notice, "以上（管理番号 %06" G_GINT64_FORMAT "）\n", id);
  *text = g_string_free (notice, FALSE);
  return incident;
}

char *
notice_writer_html (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *html = g_string_new ("<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\">"
                                "<title>お知らせ</title><style>p { margin: 1em }</style></head>\n"
                                "<body><nav><ul><li>ホーム</li><li>会社案内</li></ul></nav>\n");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_markup_escape_text (lines[i], -1);

      if (*line != '\0')
        g_string_append_printf (html, i == 0 ? "<h1>%s</h1>\n" : "<p>%s</p>\n", line);
    }
  g_string_append (html, "<footer>このサイトについて</footer></body></html>\n");
  return g_string_free (html, FALSE);
}
