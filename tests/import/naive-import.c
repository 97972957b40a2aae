/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "naive-import.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <sqlite3.h>
#include <string.h>

#define PAGES_TOGETHER 1000

/* One expression for each field; every match is a fact. They are compiled as GLib can best. */
static const struct
{
  const char *field;
  const char *pattern;
} rules[] = {
  { "organisation", "(?:株式会社|有限会社|医療法人|一般社団法人|学校法人)[^\\s、。「」]{1,20}|"
                    "[^\\s、。「」]{1,20}(?:株式会社|病院|大学|市役所|銀行|学園)" },
  { "count", "([0-9,]+万?[0-9,]*)(名|人|件|通)" },
  { "date", "(?:(20[0-9]{2})年)?([0-9]{1,2})月([0-9]{1,2})日" },
  { "unauthorized_access", "不正アクセス|侵入|不正なログイン" },
  { "malware_ransomware", "ランサムウェア|マルウェア|身代金|暗号化され" },
  { "misdelivery", "誤送信|誤送付|取り違え|誤って送" },
  { "lost_media_device", "紛失|所在が分からな|見つからな" },
  { "misconfiguration_exposure", "閲覧可能|閲覧できる状態|設定に誤り|共有設定" },
  { "web_skimming", "クレジットカード情報の漏えい|決済画面が改ざん" },
  { "phishing_account_takeover", "乗っ取|フィッシング|偽のログイン" },
  { "theft_physical", "盗難|車上荒らし|盗まれ" },
  { "insider_misuse", "持ち出し|元従業員|私物の記憶媒体" },
  { "web_defacement", "改ざん" },
  { "denial_of_service", "サービス妨害|ddos" },
  { "data_item", "氏名|住所|電話番号|メールアドレス|生年月日|性別|カード番号|口座番号|会員番号|購入履歴|勤務先|パスワード" },
  { "reported_ppc", "個人情報保護委員会" },
  { "reported_police", "警察" },
  { "status_none", "確認されておりません|報告は受けておりません" },
  { "status_possible", "可能性|おそれ|懸念" },
  { "contractor", "委託先" },
  { "encrypted", "暗号化を徹底|暗号化して" },
};

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *add_case;
  sqlite3_stmt *add_fact;
  sqlite3_stmt *add_text;
  GRegex *regexes[G_N_ELEMENTS (rules)];
  guint n_facts;
} Naive;

static void
run (Naive *self, const char *sql)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->db));
}

static sqlite3_stmt *
prepare (Naive *self, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->db));
  return statement;
}

static void
finish_row (Naive *self, sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (self->db));
  sqlite3_reset (statement);
}

static void
append_text (const xmlNode *node, GString *text)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE)
      g_string_append (text, (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "script") != 0
             && strcmp ((const char *) node->name, "style") != 0)
      {
        append_text (node->children, text);
        g_string_append_c (text, '\n');
      }
}

static char *
read_text (const char *page, gsize n_bytes)
{
  xmlDoc *document = htmlReadMemory (page, (int) n_bytes, NULL, "UTF-8",
                                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *normal = NULL;

  append_text (xmlDocGetRootElement (document), text);
  xmlFreeDoc (document);
  normal = g_utf8_normalize (text->str, (gssize) text->len, G_NORMALIZE_NFKC);
  return g_utf8_strdown (normal, -1);
}

static void
add_facts (Naive *self, gint64 id, gsize rule, const char *text)
{
  g_autoptr(GMatchInfo) match = NULL;

  g_regex_match (self->regexes[rule], text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *value = g_match_info_fetch (match, 0);
      int begin, end;

      g_match_info_fetch_pos (match, 0, &begin, &end);
      sqlite3_bind_int64 (self->add_fact, 1, id);
      sqlite3_bind_text (self->add_fact, 2, rules[rule].field, -1, SQLITE_STATIC);
      sqlite3_bind_text (self->add_fact, 3, value, -1, SQLITE_STATIC);
      sqlite3_bind_int (self->add_fact, 4, begin);
      sqlite3_bind_int (self->add_fact, 5, end);
      finish_row (self, self->add_fact);
      self->n_facts++;
    }
}

static void
add_page (Naive *self, gint64 id, const char *path)
{
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &page, &n_bytes, NULL));
  text = read_text (page, n_bytes);
  sqlite3_bind_int64 (self->add_case, 1, id);
  sqlite3_bind_text (self->add_case, 2, path, -1, SQLITE_STATIC);
  sqlite3_bind_blob (self->add_case, 3, page, (int) n_bytes, SQLITE_STATIC);
  sqlite3_bind_text (self->add_case, 4, text, -1, SQLITE_STATIC);
  finish_row (self, self->add_case);
  for (gsize rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    add_facts (self, id, rule, text);
  sqlite3_bind_int64 (self->add_text, 1, id);
  sqlite3_bind_text (self->add_text, 2, text, -1, SQLITE_STATIC);
  finish_row (self, self->add_text);
}

static void
open_all (Naive *self, const char *path)
{
  if (sqlite3_open (path, &self->db) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->db));
  run (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
             "CREATE TABLE notice (id INTEGER PRIMARY KEY, name TEXT, page BLOB, text TEXT);"
             "CREATE TABLE fact (id INTEGER PRIMARY KEY, notice INTEGER, field TEXT, value TEXT, begin INTEGER,"
             " end INTEGER);"
             "CREATE INDEX fact_of_notice ON fact (notice);"
             "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'trigram')");
  self->add_case = prepare (self, "INSERT INTO notice VALUES (?1, ?2, ?3, ?4)");
  self->add_fact = prepare (self, "INSERT INTO fact (notice, field, value, begin, end) VALUES (?1, ?2, ?3, ?4, ?5)");
  self->add_text = prepare (self, "INSERT INTO words (rowid, text) VALUES (?1, ?2)");
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      self->regexes[i] = g_regex_new (rules[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_assert_nonnull (self->regexes[i]);
    }
}

static void
close_all (Naive *self)
{
  sqlite3_finalize (self->add_case);
  sqlite3_finalize (self->add_fact);
  sqlite3_finalize (self->add_text);
  sqlite3_close (self->db);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    g_regex_unref (self->regexes[i]);
}

guint
naive_import (const char *folder, guint n_pages, const char *path)
{
  Naive self = { NULL };

  open_all (&self, path);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *page = g_strdup_printf ("%s/%06u.html", folder, i);

      if (i % PAGES_TOGETHER == 0)
        run (&self, i > 0 ? "COMMIT; BEGIN" : "BEGIN");
      add_page (&self, i + 1, page);
    }
  run (&self, "COMMIT");
  close_all (&self);
  return self.n_facts;
}
