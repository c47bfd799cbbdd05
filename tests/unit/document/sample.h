// A small paper that tests compose and set.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "shared/document/layout/layout.h"

namespace plumb::document::test {

inline std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

inline std::string layoutText(const std::string& name) {
    return read(std::string(PLUMB_SOURCE_DIR) + "/assets/papers/zh/" + name + ".json");
}

inline json::object recordData() {
    return parseJson(R"({
      "office":"示例市市场监督管理局","number":"（示例）市监检〔2026〕0117 号","date":{"year":2026,"month":11,"day":22},"code":"https://example.invalid/verify/9f3ac41e77d02b95",
      "fingerprint":"9f3a c41e 77d0 2b95 e8a6 015c d3f4 6b12","log":{"index":18240},
      "site":{"name":"永昌县设施蔬菜标准化示范区（示例）","code":"93620321MA0000007K","contact":"负责人（示例）","address":"金昌市永昌县（示例地址）"},
      "kind":"supervision","from":"2026-11-22 08:02","to":"09:21","place":"38.2471, 101.9683","team":"检查员甲\n检查员乙",
      "checklist":{"title":"设施蔬菜 监督抽查","version":"3","items":16},
      "party":{"name":"陪同人（示例）","role":"示范区负责人","agreed":true},
      "findings":[
        {"kind":"due","no":"1.2","facts":"农药库门未上锁，二层货架农药与叶面肥混放，地面无防漏托盘。","due":"2026-11-29","evidence":"3–5"},
        {"kind":"due","no":"2.4","facts":"生产记录缺 9 月 3 日、9 月 17 日两次灌溉。","due":"2026-12-07","evidence":"6"},
        {"kind":"corrected","no":"5.1","facts":"包装批次 20261112-02，扫码页面所示批次 20261105-01。","corrected":"更正追溯页面"}],
      "counts":{"all":16,"pass":11,"part":3,"fail":2,"na":0},"score":{"points":"58","max":"72","grade":"良好 22.4 ℃"},"photo_count":14,"file_count":2,
      "signers":[{"role":"inspector","name":"检查员甲","at":"2026-11-22 09:22"},{"role":"party","name":"陪同人（示例）","at":"2026-11-22 09:26"}]
    })")
        ->as_object();
}

inline Document documentOf(Part part) {
    Document out;
    out.title = "现场检查记录";
    out.author = "示例市市场监督管理局";
    out.at = *parseInstant("2026-11-22T09:22:00+08:00");
    out.foot = {{{"记录指纹 "}, {"9f3a c41e 77d0 2b95", false, true}}};
    out.pageText = "第 {page} 页 共 {pages} 页";
    out.parts.push_back(std::move(part));
    return out;
}

}  // namespace plumb::document::test
