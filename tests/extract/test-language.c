/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "extract/jkb-language.h"

static const struct
{
  const char *text;
  const char *lang;
} cases[] = {
  { "", "und" },
  { "2024-01-26 12:00", "und" },
  { "個人情報の漏えいに関するお詫びとお知らせ", "ja" },
  { "個人情報漏洩事案報告", "ja" },
  { "ﾒｰﾙ誤送信ﾆﾂｲﾃ", "ja" },
  { "株式会社あおば Web Site https://www.aoba.example/news/2024/01/ において不正アクセスを確認しました。", "ja" },
  { "We are sorry to inform you that an unauthorized party had access to our servers.", "en" },
  { "WE APOLOGIZE FOR THE INCONVENIENCE TO OUR CUSTOMERS", "en" },
  { "Aoba Corp. (株式会社あおば) announced on May 2 that a server of its Tokyo office was accessed by "
    "a third party and that the data of customers may have leaked.", "en" },
  { "Nous vous informons que des données personnelles ont été consultées par un tiers.", "und" },
  { "개인정보 유출 사고에 대한 사과문을 안내해 드립니다", "und" },
  { "我们发现未经授权的第三方访问了我们的系统并且可能获取了部分客户的个人信息我们对此深表歉意并将采取措施防止此类事件再次发生"
    "同时请各位客户注意可疑的电子邮件和电话不要向任何人提供您的密码", "und" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (jkb_language_of (cases[i].text, strlen (cases[i].text)), ==, cases[i].lang);
    }
}

static void
test_reads_no_further_than_told (void)
{
  const char *text = "We have lost the list of our members. 会員名簿を紛失いたしましたのでお知らせいたします。";

  g_assert_cmpstr (jkb_language_of (text, 37), ==, "en");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/language/table", test_table);
  g_test_add_func ("/extract/language/bounded", test_reads_no_further_than_told);
  return g_test_run ();
}
