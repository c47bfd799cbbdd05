#include <QAbstractItemModel>
#include <catch2/catch.hpp>

#include "mobile/people/person_row.h"

using namespace plumb::mobile;

namespace {

PersonRow person(const char* id, const char* name = "") {
    return {id, name, ""};
}

std::string ids(const Rows<PersonRow>& model) {
    std::string out;
    for (const auto& row : model.rows()) out += row.id.toStdString();
    return out;
}

struct Counts {
    int inserted = 0, removed = 0, changed = 0, reset = 0;
};

Counts applied(const std::string& before, const std::string& after) {
    Rows<PersonRow> model;
    const auto rows = [](const std::string& text) {
        std::vector<PersonRow> out;
        for (const char letter : text) out.push_back(person(std::string(1, letter).c_str()));
        return out;
    };
    model.set(rows(before));
    Counts counts;
    QObject::connect(&model, &QAbstractItemModel::rowsInserted,
                     [&](const QModelIndex&, int first, int last) { counts.inserted += last - first + 1; });
    QObject::connect(&model, &QAbstractItemModel::rowsRemoved,
                     [&](const QModelIndex&, int first, int last) { counts.removed += last - first + 1; });
    QObject::connect(&model, &QAbstractItemModel::dataChanged, [&] { ++counts.changed; });
    QObject::connect(&model, &QAbstractItemModel::modelReset, [&] { ++counts.reset; });
    model.set(rows(after));
    CHECK(ids(model) == after);
    return counts;
}

}  // namespace

TEST_CASE("a list tells its view only what differs") {
    CHECK(applied("abc", "abc").inserted == 0);
    CHECK(applied("abc", "abxc").inserted == 1);
    CHECK(applied("abc", "abxc").removed == 0);
    CHECK(applied("abc", "ac").removed == 1);
    CHECK(applied("", "abc").inserted == 3);
    CHECK(applied("abc", "").removed == 3);
    CHECK(applied("aab", "ab").removed == 1);
    CHECK(applied("abc", "xyz").inserted == 3);
    CHECK(applied("abc", "abcd").reset == 0);
}

TEST_CASE("a row that changed is told once, one that did not is not told") {
    Rows<PersonRow> model;
    model.set({person("a", "x"), person("b", "y")});
    std::vector<int> changed;
    QObject::connect(&model, &QAbstractItemModel::dataChanged,
                     [&](const QModelIndex& at) { changed.push_back(at.row()); });
    model.set({person("a", "x"), person("b", "z")});
    CHECK(changed == std::vector<int>{1});
    model.update(person("b", "z"));
    CHECK(changed.size() == 1);
    model.update(person("c", "new"));
    CHECK(model.count() == 2);
}

TEST_CASE("each property of a row is a role of its name") {
    Rows<PersonRow> model;
    model.set({person("a", "x")});
    const auto roles = model.roleNames();
    CHECK(roles.values().contains("name"));
    CHECK(model.data(model.index(0), roles.key("name")) == "x");
    CHECK_FALSE(model.data(model.index(0), Qt::DisplayRole).isValid());
    CHECK_FALSE(model.data(model.index(7), roles.key("name")).isValid());
}
