// The data that expressions.txt is run at, and a world around it.
#pragma once

#include <memory>

#include "shared/form/xpath/evaluate.h"

namespace plumb::form::xpath {

class SmallData {
  public:
    SmallData() : m_tree(std::make_shared<Names>()), m_fruits(std::make_shared<Names>()) {
        const auto top = m_tree.add(m_tree.add(kNone, ""), "data");
        const auto leaf = [&](NodeId parent, const char* name, const char* text, DataType type = DataType::string) {
            const auto node = m_tree.add(parent, name);
            m_tree.setText(node, text);
            m_tree[node].type = type;
            return node;
        };
        leaf(top, "empty", "");
        leaf(top, "single", "ab");
        leaf(top, "multiple", "ab cd ef gh");
        leaf(top, "text", "123");
        leaf(top, "whole", "5", DataType::integer);
        leaf(top, "blank_whole", "", DataType::integer);
        leaf(top, "flag", "false", DataType::boolean);
        leaf(top, "day", "2012-07-23", DataType::date);
        leaf(top, "moment", "2012-08-20T06:07:08.123+02:00", DataType::dateTime);
        leaf(top, "clock", "14:30:00.000+08:00", DataType::time);
        leaf(top, "day_text", "2012-07-23");
        leaf(top, "spaced", "  a \t b\n c ");
        leaf(top, "place", "7.9377 -11.5845 0 0", DataType::geopoint);
        list(top, "numbers", {"-10", "11", "99"});
        list(top, "broken", {"-10", "11", "a"});
        list(top, "gaps", {"3", "", "17"});
        list(top, "blanks", {"", ""});
        list(top, "letters", {"A", "B", "C", "D", "E", "F"});
        list(top, "corners",
             {"38.25304740874071 21.75644703234866", "38.25308110946615 21.763377860443143",
              "38.25078942453431 21.763399318115262", "38.25090738066984 21.756640151397733",
              "38.25197740258244 21.75892539347842"});
        for (const char* one : {"a", "b", "c"}) {
            const auto plot = m_tree.add(top, "plot");
            leaf(plot, "name", one);
            for (const char* two : {"1", "2"}) leaf(m_tree.add(plot, "tree"), "tag", (std::string(one) + two).c_str());
        }
        const auto meta = m_tree.add(top, "orx:meta");
        leaf(meta, "orx:instanceID", "uuid:1");
        const auto french = m_tree.add(top, "french");
        m_tree.addAttribute(french, "xml:lang", "fr-CA");
        leaf(french, "word", "pomme");
        m_tree.addAttribute(french, "id", "f1");

        const auto root = m_fruits.add(m_fruits.add(kNone, ""), "root");
        for (const char* one : {"apple", "pear", "plum"}) {
            const auto item = m_fruits.add(root, "item");
            m_fruits.setText(m_fruits.add(item, "name"), one);
            m_fruits.setText(m_fruits.add(item, "label"), std::string("the ") + one);
        }
    }

    Context root() {
        Context context;
        context.main = &m_tree;
        context.node = context.current = {&m_tree, Tree::root()};
        return context;
    }
    Tree& fruits() { return m_fruits; }

  private:
    void list(NodeId parent, const char* name, std::initializer_list<const char*> texts) {
        const auto group = m_tree.add(parent, name);
        for (const char* text : texts) m_tree.setText(m_tree.add(group, "item"), text);
    }

    Tree m_tree, m_fruits;
};

class DataWorld : public BareWorld {
  public:
    DataWorld(SmallData& data, const std::string& now)
        : BareWorld([instant = parseInstant(now).value()] { return instant; }), m_data(data) {}

    Tree* instance(std::string_view id) override { return id == "fruits" ? &m_data.fruits() : nullptr; }
    std::optional<std::string> choiceName(const NodeRef&, std::string_view value, std::string_view question) override {
        if (question != "/data/single" || value != "ab") return std::nullopt;
        return "Ab and so on";
    }
    std::optional<std::string> itext(const NodeRef&, std::string_view id) override {
        if (id != "hello") return std::nullopt;
        return "Hello";
    }
    std::optional<std::string> pullData(std::string_view file, std::string_view wanted, std::string_view key,
                                        std::string_view value) override {
        if (file != "fruits" || wanted != "label" || key != "name") return std::nullopt;
        return value == "pear" ? "the pear" : "";
    }
    std::optional<std::string> property(std::string_view name) override {
        if (name != "username") return std::nullopt;
        return "Li";
    }
    [[nodiscard]] std::string version() const override { return "2026112201"; }

  private:
    SmallData& m_data;
};

}  // namespace plumb::form::xpath
