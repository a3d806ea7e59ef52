"""The cities in which such meetings are held, as the five other languages write them. Pure."""

CITIES: dict[str, dict[str, str]] = {
    "fr": {
        "Genève": "Geneva", "Maputo": "Maputo", "Nairobi": "Nairobi", "Carthagène": "Cartagena", "Cartagena": "Cartagena",
        "Oslo": "Oslo", "Vienne": "Vienna", "Santiago": "Santiago", "La Haye": "The Hague", "Siem Reap": "Siem Reap",
        "Phnom Penh": "Phnom Penh", "Managua": "Managua", "Bangkok": "Bangkok", "Zagreb": "Zagreb", "Amman": "Amman",
        "New York": "New York", "Ottawa": "Ottawa", "Bruxelles": "Brussels", "Paris": "Paris", "Madrid": "Madrid",
        "Lisbonne": "Lisbon", "Berlin": "Berlin", "Tokyo": "Tokyo", "Dakar": "Dakar", "Kigali": "Kigali",
    },
    "es": {
        "Ginebra": "Geneva", "Maputo": "Maputo", "Nairobi": "Nairobi", "Cartagena": "Cartagena", "Oslo": "Oslo",
        "Viena": "Vienna", "Santiago": "Santiago", "La Haya": "The Hague", "Siem Reap": "Siem Reap",
        "Phnom Penh": "Phnom Penh", "Managua": "Managua", "Bangkok": "Bangkok", "Zagreb": "Zagreb", "Ammán": "Amman",
        "Nueva York": "New York", "Ottawa": "Ottawa", "Bruselas": "Brussels", "París": "Paris", "Madrid": "Madrid",
        "Lisboa": "Lisbon", "Berlín": "Berlin", "Tokio": "Tokyo", "Lima": "Lima", "Bogotá": "Bogotá", "Quito": "Quito",
    },
    "ru": {
        "Женеве": "Geneva", "Мапуту": "Maputo", "Найроби": "Nairobi", "Картахене": "Cartagena", "Осло": "Oslo",
        "Вене": "Vienna", "Сантьяго": "Santiago", "Гааге": "The Hague", "Сиемреапе": "Siem Reap",
        "Сием Реапе": "Siem Reap", "Пномпене": "Phnom Penh", "Манагуа": "Managua", "Бангкоке": "Bangkok",
        "Загребе": "Zagreb", "Аммане": "Amman", "Нью-Йорке": "New York", "Оттаве": "Ottawa", "Брюсселе": "Brussels",
        "Париже": "Paris", "Мадриде": "Madrid", "Лиссабоне": "Lisbon", "Берлине": "Berlin", "Токио": "Tokyo",
        "Москве": "Moscow", "Минске": "Minsk",
    },
    "zh": {
        "日内瓦": "Geneva", "马普托": "Maputo", "内罗毕": "Nairobi", "卡塔赫纳": "Cartagena", "奥斯陆": "Oslo",
        "维也纳": "Vienna", "圣地亚哥": "Santiago", "海牙": "The Hague", "暹粒": "Siem Reap", "金边": "Phnom Penh",
        "马那瓜": "Managua", "曼谷": "Bangkok", "萨格勒布": "Zagreb", "安曼": "Amman", "纽约": "New York",
        "渥太华": "Ottawa", "布鲁塞尔": "Brussels", "巴黎": "Paris", "马德里": "Madrid", "里斯本": "Lisbon",
        "柏林": "Berlin", "东京": "Tokyo", "北京": "Beijing",
    },
    "ar": {
        "جنيف": "Geneva", "مابوتو": "Maputo", "نيروبي": "Nairobi", "كارتاخينا": "Cartagena", "قرطاجنة": "Cartagena",
        "أوسلو": "Oslo", "فيينا": "Vienna", "سانتياغو": "Santiago", "لاهاي": "The Hague", "سيام ريب": "Siem Reap",
        "بنوم بنه": "Phnom Penh", "ماناغوا": "Managua", "بانكوك": "Bangkok", "زغرب": "Zagreb", "عمان": "Amman",
        "نيويورك": "New York", "بروكسل": "Brussels", "باريس": "Paris", "مدريد": "Madrid", "لشبونة": "Lisbon",
        "برلين": "Berlin", "طوكيو": "Tokyo", "القاهرة": "Cairo", "تونس": "Tunis",
    },
}  # fmt: skip
