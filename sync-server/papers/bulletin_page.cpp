#include "sync-server/papers/bulletin_page.h"

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "sync-server/export/setting.h"

namespace plumb::server {
namespace {

// The colours are the console's tokens (console/src/ui/tokens.css): light or dark as the reader's system says, light on
// paper.
constexpr std::string_view kStyle = R"css(
:root{color-scheme:light;--paper:#f5f4ef;--card:#fff;--ink:#18211f;--ink2:#56605c;--line:#e2dfd6;--line2:#efede6;--accent:#0f6e66;--accent-ink:#0a4d47;--pass:#2a784a;--part:#94590b;--fail:#b93a2b}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#121715;--card:#1b2220;--ink:#e9eeeb;--ink2:#a9b5b0;--line:#36403c;--line2:#28302d;--accent:#3fae9f;--accent-ink:#7fd1c6;--pass:#63c088;--part:#e0a94e;--fail:#f08a7c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:860px;margin:0 auto;padding:0 20px}
header{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;justify-content:space-between;padding-top:12px;padding-bottom:12px;border-bottom:1px solid var(--line)}
.office{font-weight:600}
a{color:var(--accent-ink)}
header a,nav a{display:inline-block;padding:10px 0}
a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h1{font-size:26px;line-height:1.3;margin:22px 0 6px}
h2{font-size:18px;line-height:1.4;margin:0}
.quiet{color:var(--ink2);font-size:15px;margin:4px 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:14px 18px;margin:12px 0;break-inside:avoid}
.list{list-style:none;padding:0;margin:14px 0}
.list a{display:block;padding:12px 18px;background:var(--card);border:1px solid var(--line);border-radius:12px;margin:8px 0;font-weight:600;text-decoration:none}
.top{display:flex;flex-wrap:wrap;gap:2px 14px;justify-content:space-between;align-items:baseline}
.state{font-weight:600;font-size:15px}
.published{color:var(--pass)}.corrected{color:var(--part)}.withdrawn{color:var(--fail)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:10px 0 0}
dt{color:var(--ink2)}dd{margin:0}
code{font-family:'DejaVu Sans Mono','Noto Sans Mono',ui-monospace,monospace;font-size:14px}
pre{background:var(--line2);border-radius:8px;padding:10px 12px;white-space:pre-wrap}
.why{border-left:4px solid var(--part);padding-left:12px;margin:10px 0 0}
summary{cursor:pointer;padding:8px 0;font-weight:600}
footer{padding-top:14px;padding-bottom:28px;border-top:1px solid var(--line);margin-top:24px}
@media(max-width:520px){dl{grid-template-columns:minmax(5em,7.2em) 1fr;gap:4px 12px}header,main,footer{padding-left:16px;padding-right:16px}}
@media print{body{background:#fff;font-size:11pt}.card,.list a{border-color:#999}nav,header a{display:none}a{color:inherit;text-decoration:none}}
)css";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

class Page {
  public:
    explicit Page(const BulletinFrame& frame) : m_frame(frame), m_zh(frame.language == "zh") {}

    [[nodiscard]] const char* say(const char* zh, const char* en) const { return m_zh ? zh : en; }
    [[nodiscard]] std::string text(const checklist::LocalText& local) const {
        return escaped(local.in(m_frame.language));
    }
    [[nodiscard]] std::string tongue() const { return m_zh ? "" : "language=en"; }

    [[nodiscard]] std::string programmeHref(const std::string& id, std::optional<std::uint64_t> after = {}) const {
        std::string out = "/published?programme=" + percentEncode(id);
        if (after) out += "&amp;after=" + std::to_string(*after);
        return m_zh ? out : out + "&amp;" + tongue();
    }
    [[nodiscard]] std::string entryHref(const std::string& inspection) const {
        return "/published/" + percentEncode(inspection) + (m_zh ? "" : "?" + tongue());
    }
    [[nodiscard]] std::string homeHref() const { return m_zh ? "/published" : "/published?" + tongue(); }

    // `self`: this address in the other language.
    [[nodiscard]] std::string whole(const std::string& title, const std::string& self, const std::string& body) const {
        std::string out = "<!doctype html>\n<html lang=\"";
        out += m_zh ? "zh-CN" : "en";
        out +=
            "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
            "<title>" +
            title + "</title><style>" + std::string(kStyle) + "</style></head><body><header><span class=\"office\">" +
            (m_frame.office.empty() ? std::string(say("检查结果公示", "Published results")) : escaped(m_frame.office)) +
            "</span><a href=\"" + self + "\" lang=\"" + (m_zh ? "en" : "zh-CN") + "\">" + (m_zh ? "English" : "中文") +
            "</a></header><main>" + body + "</main><footer><p class=\"quiet\">" +
            say("公示内容不含个人姓名、电话和县级以下地址。",
                "Names of persons, telephone numbers and places finer than the county are not published.") +
            "</p>";
        if (!m_frame.contact.empty())
            out += std::string("<p class=\"quiet\">") +
                   say("对公示有疑问请联系：", "Questions about what is published: ") + escaped(m_frame.contact) +
                   "</p>";
        return out + "</footer></body></html>\n";
    }

    [[nodiscard]] std::string county(const std::string& code) const {
        return escaped(regionName(code, m_zh ? ExportLanguage::zh : ExportLanguage::en));
    }
    [[nodiscard]] std::string kind(const std::string& word) const {
        constexpr const char* kKinds[][3] = {{"supervision", "监督抽查", "Supervision check"},
                                             {"enforcement", "执法检查", "Enforcement check"},
                                             {"acceptance", "目标考核", "Acceptance"},
                                             {"patrol", "日常巡查", "Routine visit"},
                                             {"recheck", "复查", "Re-check"}};
        for (const auto& [name, zh, en] : kKinds) {
            if (word == name) return say(zh, en);
        }
        return escaped(word);
    }

    [[nodiscard]] std::string state(const records::PublicEntry& says) const {
        const bool withdrawn = says.state == records::PublicationState::withdrawn;
        const auto* name = withdrawn ? "withdrawn" : says.version > 1 ? "corrected" : "published";
        const auto* word = withdrawn          ? say("已撤回", "Withdrawn")
                           : says.version > 1 ? say("已更正", "Corrected")
                                              : say("公示中", "Published");
        const auto day = dayText(withdrawn || says.version > 1 ? says.changed : says.first);
        return std::string("<span class=\"state ") + name + "\">" + word + " · <time datetime=\"" + day + "\">" + day +
               "</time></span>";
    }
    [[nodiscard]] std::string facts(const BulletinEntry& entry) const {
        const auto& says = entry.says;
        std::string out = "<dl>" + pair(say("地区", "Region"), county(says.county));
        if (says.state == records::PublicationState::published) {
            const auto& result = says.result;
            if (!result.code.empty()) out += pair(say("统一社会信用代码", "Credit code"), escaped(result.code));
            const auto title = entry.checklist.empty() ? escaped(result.checklist) : text(entry.checklist);
            out += pair(say("检查日期", "Checked on"), dayText(result.checked)) +
                   pair(say("检查类别", "Kind of check"), kind(result.kind)) +
                   pair(say("检查依据的检查表", "Checklist"),
                        title + say("（版本 ", " (version ") + escaped(result.version) + say("）", ")")) +
                   pair(say("检查结果", "Result"), !entry.grade.empty()   ? text(entry.grade)
                                                   : result.grade.empty() ? say("未定等级", "No grade")
                                                                          : escaped(result.grade)) +
                   pair(say("发现问题", "Findings"), std::to_string(result.findings));
        }
        out += pair(say("首次公示", "First published"), dayText(says.first));
        if (!says.where.empty()) out += pair(say("另公示于", "Also published"), escaped(says.where));
        return out + "</dl>" + why(says);
    }

  private:
    [[nodiscard]] static std::string pair(const std::string& name, const std::string& value) {
        return "<dt>" + name + "</dt><dd>" + value + "</dd>";
    }
    [[nodiscard]] std::string why(const records::PublicEntry& says) const {
        std::string out;
        if (!says.reason.empty())
            out += std::string("<p class=\"why\">") +
                   (says.state == records::PublicationState::withdrawn ? say("撤回原因：", "Why it was withdrawn: ")
                                                                       : say("更正原因：", "Why it was corrected: ")) +
                   escaped(says.reason) + "</p>";
        if (says.heldBack)
            out += std::string("<p class=\"why\">") +
                   say("有一段说明涉及个人信息，未予显示。", "A remark that tells of a person is not shown.") + "</p>";
        return out;
    }

    const BulletinFrame& m_frame;
    bool m_zh;
};

std::string other(const BulletinFrame& frame, const std::string& path, const std::string& query = {}) {
    const auto language = frame.language == "zh" ? std::string("language=en") : std::string("language=zh");
    return path + "?" + (query.empty() ? "" : query + "&amp;") + language;
}

std::string proofSection(const Page& page, const ProvedEntry& entry) {
    const auto id = escaped(entry.entry.says.inspection);
    std::string out = std::string("<section class=\"card\"><h2>") +
                      page.say("怎样证明这一页的内容", "How to prove what this page says") + "</h2>";
    if (entry.proof.empty())
        return out + "<p class=\"quiet\">" +
               page.say(
                   "签名原文涉及个人信息，不对外提供；可凭指纹核对日志中是否有此记录。",
                   "The signed text tells of a person and is not shown; by its fingerprint anybody can ask whether "
                   "the log holds the record.") +
               " <a href=\"/verify/" + entry.entry.fingerprint + "\">" + entry.entry.fingerprint + "</a></p></section>";
    out +=
        std::string("<p>") + page.say("本页内容来自日志第 ", "What stands here is said by the signed record number ") +
        std::to_string(entry.entry.index + 1) +
        page.say(" 条签名记录。任何人都可以在自己的电脑上核对：该记录未被改动，且确在日志之中。",
                 " of the log. On a computer of your own you can prove that the log holds it, unchanged.") +
        "</p><ol><li>" + page.say("下载证明：", "Fetch the proof: ") + "<a download=\"" + id +
        ".json\" href=\"/v1/public/publications/" + id + "\">/v1/public/publications/" + id + "</a></li><li>" +
        page.say("下载核对程序（Python，约九十行，可自行阅读）：",
                 "Fetch the program (Python, some ninety lines, made to be read): ") +
        "<a download href=\"/prove_publication.py\">/prove_publication.py</a></li><li>" + page.say("运行：", "Run: ") +
        "<pre><code>python3 prove_publication.py " + id + ".json</code></pre></li></ol><p class=\"quiet\">" +
        page.say(
            "程序从中途的散列状态算出记录的叶散列（因此不必透露由谁的密钥签署），沿包含证明算到检查点的根，再验检查点的"
            "签名；最后打印记录原文，请与本页对照。检查点也公布在 ",
            "It reckons the leaf hash from a state in the middle (so that whose key signed need not be told), goes "
            "up the inclusion proof to the checkpoint's root, verifies the checkpoint's signature, and prints the "
            "record to be held against this page. Checkpoints are published at ") +
        "<a href=\"/log/checkpoint\">/log/checkpoint</a>.</p><p class=\"quiet\">" +
        page.say("指纹：", "Fingerprint: ") + "<a href=\"/verify/" + entry.entry.fingerprint + "\"><code>" +
        entry.entry.fingerprint + "</code></a></p></section>";
    return out;
}

}  // namespace

std::string bulletinStyleHash() {
    static const std::string kHash = "'sha256-" + toBase64(crypto::sha256(kStyle).view()) + "'";
    return kHash;
}

std::string programmesPage(const std::vector<ProgrammeName>& programmes, const BulletinFrame& frame) {
    const Page page(frame);
    const std::string title = page.say("检查结果公示", "Published results of inspections");
    std::string body = "<h1>" + title + "</h1><p class=\"quiet\">" +
                       page.say("检查结果经审核后，自检查之日起 20 个工作日内公示。请选择项目。",
                                "Results that a review accepted, published within 20 working days of the check. Choose "
                                "a programme.") +
                       "</p>";
    if (programmes.empty())
        return page.whole(
            title, other(frame, "/published"),
            body + "<p class=\"card\">" + page.say("目前没有公示。", "Nothing is published yet.") + "</p>");
    body += "<ul class=\"list\">";
    for (const auto& one : programmes)
        body += "<li><a href=\"" + page.programmeHref(one.id) + "\">" + page.text(one.title) + "</a></li>";
    body += "</ul>";
    if (programmes.size() == kMostProgrammes)
        body += "<nav><a href=\"" + page.homeHref() + (page.tongue().empty() ? "?" : "&amp;") +
                "from=" + percentEncode(programmes.back().id) + "\">" + page.say("下一页", "Next page") + "</a></nav>";
    return page.whole(title, other(frame, "/published"), body);
}

std::string bulletinPage(const BulletinPage& told, const BulletinFrame& frame) {
    const Page page(frame);
    const auto title = page.text(told.programme.title);
    std::string body = "<nav><a href=\"" + page.homeHref() + "\">" + page.say("全部项目", "All programmes") +
                       "</a></nav><h1>" + title + "</h1><p class=\"quiet\">" +
                       page.say("检查结果公示 · 新公示的在前", "Published results of inspections, the newest first") +
                       "</p>";
    for (const auto& entry : told.entries)
        body += "<article class=\"card\"><div class=\"top\"><h2><a href=\"" + page.entryHref(entry.says.inspection) +
                "\">" + escaped(entry.says.name) + "</a></h2>" + page.state(entry.says) + "</div>" + page.facts(entry) +
                "</article>";
    if (told.entries.empty())
        body +=
            std::string("<p class=\"card\">") + page.say("这一页没有公示。", "Nothing stands on this page.") + "</p>";
    if (told.next)
        body += "<nav><a href=\"" + page.programmeHref(told.programme.id, told.next) + "\">" +
                page.say("更早的公示", "Earlier ones") + "</a></nav>";
    return page.whole(title, other(frame, "/published", "programme=" + percentEncode(told.programme.id)), body);
}

std::string entryPage(const ProvedEntry& told, const BulletinFrame& frame) {
    const Page page(frame);
    const auto& says = told.entry.says;
    const auto title = escaped(says.name);
    std::string body = "<nav><a href=\"" + page.programmeHref(told.programme.id) + "\">" +
                       page.text(told.programme.title) + "</a></nav><h1>" + title + "</h1><article class=\"card\">" +
                       page.state(says) + page.facts(told.entry);
    if (says.state == records::PublicationState::withdrawn)
        body += std::string("<p>") +
                page.say("该公示已撤回，检查结果不再公开。",
                         "This publication was withdrawn; the result is public no longer.") +
                "</p>";
    body += "</article>" + proofSection(page, told);
    return page.whole(title, other(frame, "/published/" + percentEncode(says.inspection)), body);
}

std::string nothingPage(const BulletinFrame& frame) {
    const Page page(frame);
    const std::string title = page.say("没有这一公示", "Nothing is published here");
    return page.whole(
        title, other(frame, "/published"),
        "<h1>" + title + "</h1><p>" +
            page.say("这个地址下没有公示过检查结果。", "No result was ever published under this address.") +
            "</p><p><a href=\"" + page.homeHref() + "\">" + page.say("全部项目", "All programmes") + "</a></p>");
}

}  // namespace plumb::server
