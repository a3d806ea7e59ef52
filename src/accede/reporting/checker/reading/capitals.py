"""Capitals that stand for their States ("Rabat abstained"): those of names that are no State's own. Pure."""

CAPITALS = {
    "Abu Dhabi": "ARE", "Abuja": "NGA", "Addis Ababa": "ETH", "Algiers": "DZA", "Amman": "JOR", "Ankara": "TUR",
    "Apia": "WSM", "Astana": "KAZ", "Athens": "GRC", "Baghdad": "IRQ", "Baku": "AZE", "Bangkok": "THA",
    "Beijing": "CHN", "Beirut": "LBN", "Belgrade": "SRB", "Bishkek": "KGZ", "Bogotá": "COL", "Brussels": "BEL",
    "Bucharest": "ROU", "Budapest": "HUN", "Cairo": "EGY", "Canberra": "AUS", "Colombo": "LKA", "Copenhagen": "DNK",
    "Damascus": "SYR", "Dhaka": "BGD", "Doha": "QAT", "Dushanbe": "TJK", "Hanoi": "VNM", "Havana": "CUB",
    "Helsinki": "FIN", "Islamabad": "PAK", "Jakarta": "IDN", "Juba": "SSD", "Kabul": "AFG", "Kathmandu": "NPL",
    "Khartoum": "SDN", "Kyiv": "UKR", "Majuro": "MHL", "Manama": "BHR", "Mogadishu": "SOM", "Moscow": "RUS",
    "Muscat": "OMN", "New Delhi": "IND", "Nuku'alofa": "TON", "Nuku’alofa": "TON", "Oslo": "NOR", "Ottawa": "CAN",
    "Phnom Penh": "KHM", "Port Moresby": "PNG", "Pyongyang": "PRK", "Rabat": "MAR", "Ramallah": "PSE", "Riga": "LVA",
    "Riyadh": "SAU", "Seoul": "KOR", "Tallinn": "EST", "Tashkent": "UZB", "Tbilisi": "GEO", "Tehran": "IRN",
    "Tripoli": "LBY", "Tunis": "TUN", "Ulaanbaatar": "MNG", "Vientiane": "LAO", "Vilnius": "LTU", "Warsaw": "POL",
    "Washington": "USA", "Yerevan": "ARM",
}  # fmt: skip
