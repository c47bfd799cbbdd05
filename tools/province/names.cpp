#include "tools/province/names.h"

namespace plumb::province {

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string personName(Random& random) {
    static constexpr std::string_view kFamily[] = {"马", "王", "李", "张", "杨", "赵", "刘", "陈",
                                                   "韩", "祁", "石", "何", "魏", "苏", "郭", "冶",
                                                   "白", "安", "贾", "巩", "蒲", "铁", "丁", "罗"};
    static constexpr std::string_view kGiven[] = {"建国", "永福", "秀兰", "志强", "玉梅", "海燕", "文斌", "学军",
                                                  "桂花", "晓东", "国栋", "丽娟", "得禄", "成林", "春霞", "占海",
                                                  "雪梅", "宏伟", "生财", "小平", "才让", "彩云", "育才", "建平",
                                                  "永红", "俊杰", "淑芳", "启明", "尕藏", "万忠"};
    return std::string(random.pick(kFamily)) + std::string(random.pick(kGiven));
}

}  // namespace plumb::province
