"""Cities in which such meetings are held: a name that is none of them is not taken for a place. Pure."""

CITIES = frozenset(
    {
        "Abu Dhabi", "Abuja", "Accra", "Addis Ababa", "Algiers", "Almaty", "Amman", "Ankara", "Astana", "Asunción",
        "Athens", "Baghdad", "Baku", "Bali", "Bamako", "Bangkok", "Beijing", "Beirut", "Belgrade", "Berlin", "Bern",
        "Bishkek", "Bogota", "Bogotá", "Brasilia", "Brussels", "Bucharest", "Budapest", "Buenos Aires", "Cairo",
        "Canberra", "Cape Town", "Caracas", "Cartagena", "Colombo", "Copenhagen", "Cotonou", "Dakar", "Damascus",
        "Dar es Salaam", "Dead Sea", "Delhi", "Dhaka", "Doha", "Dubai", "Dublin", "Dubrovnik", "Dushanbe", "Gaborone",
        "Geneva", "Guatemala City", "Hanoi", "Harare", "Havana", "Helsinki", "Islamabad", "Istanbul", "Jakarta",
        "Johannesburg", "Kabul", "Kampala", "Kathmandu", "Khartoum", "Kigali", "Kingston", "Kinshasa", "Kuala Lumpur",
        "Kuwait City", "Kyiv", "La Paz", "Lagos", "Lausanne", "Lima", "Lisbon", "Livingstone", "Ljubljana", "Lomé",
        "London", "Luanda", "Lusaka", "Luxembourg", "Madrid", "Managua", "Manama", "Manila", "Maputo", "Medellín",
        "Mexico City", "Minsk", "Montevideo", "Moscow", "Muscat", "Nairobi", "New Delhi", "New York", "Nuremberg",
        "Oslo", "Ottawa", "Ouagadougou", "Panama City", "Paris", "Phnom Penh", "Podgorica", "Prague", "Pretoria",
        "Quito", "Rabat", "Reykjavik", "Riga", "Riyadh", "Rome", "San José", "San Salvador", "Santiago",
        "Santiago de Chile", "Sarajevo", "Seoul", "Siem Reap", "Siem Reap-Angkor", "Singapore City", "Skopje",
        "Sofia", "Stockholm", "Suva", "Tallinn", "Tashkent", "Tbilisi", "Tegucigalpa", "Tehran", "The Hague",
        "Tirana", "Tokyo", "Tripoli", "Tunis", "Vienna", "Vientiane", "Vilnius", "Warsaw", "Washington", "Wellington",
        "Windhoek", "Yerevan", "Zagreb",
    }
)  # fmt: skip
