#include "tools/province/registers.h"

#include "shared/records/reference/item_register.h"

namespace plumb::province {
namespace {

constexpr const char *kStandardization = "《中华人民共和国标准化法》第三十二条",
                     *kDeclared = "《中华人民共和国标准化法》第二十七条",
                     *kSafeProducts = "《中华人民共和国农产品质量安全法》第五十三条";

records::RegisterItem item(std::string code, checklist::LocalText name, const char* basis, const char* object,
                           std::vector<std::string> modes, std::vector<std::string> checklists) {
    records::RegisterItem out;
    out.code = std::move(code);
    out.name = std::move(name);
    out.basis.add("zh", basis);
    out.object.add("zh", object);
    out.most = 4;
    out.modes = std::move(modes);
    out.checklists = std::move(checklists);
    return out;
}

records::ItemRegister registerOf(const std::string& prefix, const char* province, const char* source, Day from) {
    records::ItemRegister out;
    out.id = prefix + "-standards";
    out.title = {std::string(province) + "标准化领域行政检查事项清单", "Inspection items of standardization"};
    out.source.add("zh", source);
    out.where = "省政府门户网站（示例）";
    out.from = from;
    out.items = {
        item(prefix + "-01", {"农业标准实施情况", "How agricultural standards are carried out"}, kStandardization,
             "农业标准化示范区承担单位", {"on_site"}, {"c1", "c3"}),
        item(prefix + "-02", {"农业投入品使用记录", "Records of what is applied in farming"}, kSafeProducts,
             "农产品生产企业、农民专业合作社", {"on_site"}, {"6a", "6b"}),
        item(prefix + "-03", {"服务标准实施情况", "How service standards are carried out"}, kStandardization,
             "服务业标准化试点单位", {"on_site", "remote"}, {"c2"}),
        item(prefix + "-04", {"企业标准自我声明公开情况", "Declared standards of enterprises"}, kDeclared, "企业",
             {"remote"}, {}),
    };
    return out;
}

}  // namespace

void publishRegisters(World& world) {
    const auto from = localDay(world.timeline.now());
    for (const auto& [region, says] : {std::pair{"62", registerOf("gs", "甘肃省", "甘肃省公告（示例）", from)},
                                       {"63", registerOf("qh", "青海省", "青海省公告（示例）", from)}})
        world.say(world.administrator(), {std::string(records::kRegisterPublished), {}, region, records::toBody(says)});
}

}  // namespace plumb::province
