"""Cities in which such meetings are held: a name that is none of them is not taken for a place. Pure."""

CITIES = frozenset(
    {
        "Geneva", "Vienna", "Maputo", "Managua", "Bangkok", "Nairobi", "Zagreb", "Dead Sea", "Amman", "Cartagena", "Phnom Penh", "Santiago",
        "Santiago de Chile", "Oslo", "The Hague", "Siem Reap", "Siem Reap-Angkor", "Ottawa", "New York", "Brussels", "Paris", "London", "Berlin",
        "Madrid", "Rome", "Lisbon", "Stockholm", "Copenhagen", "Helsinki", "Dublin", "Warsaw", "Prague", "Budapest", "Athens", "Ankara",
        "Istanbul", "Moscow", "Kyiv", "Tbilisi", "Baku", "Yerevan", "Astana", "Almaty", "Tashkent", "Bishkek", "Dushanbe", "Kabul", "Islamabad",
        "New Delhi", "Delhi", "Dhaka", "Colombo", "Kathmandu", "Beijing", "Tokyo", "Seoul", "Hanoi", "Vientiane", "Manila", "Jakarta", "Bali",
        "Kuala Lumpur", "Singapore City", "Canberra", "Wellington", "Suva", "Cairo", "Tunis", "Algiers", "Rabat", "Tripoli", "Khartoum",
        "Addis Ababa", "Kampala", "Kigali", "Dar es Salaam", "Lusaka", "Livingstone", "Harare", "Pretoria", "Johannesburg", "Cape Town", "Gaborone",
        "Windhoek", "Luanda", "Kinshasa", "Lagos", "Abuja", "Accra", "Dakar", "Bamako", "Ouagadougou", "Lomé", "Cotonou", "Riyadh", "Doha",
        "Dubai", "Abu Dhabi", "Muscat", "Manama", "Kuwait City", "Beirut", "Damascus", "Baghdad", "Tehran", "Washington", "Mexico City", "Havana",
        "Bogotá", "Bogota", "Medellín", "Quito", "Lima", "La Paz", "Buenos Aires", "Montevideo", "Asunción", "Brasilia", "Caracas", "Panama City", "San José",
        "Guatemala City", "Tegucigalpa", "San Salvador", "Kingston", "Dubrovnik", "Sarajevo", "Belgrade", "Ljubljana", "Podgorica", "Skopje",
        "Tirana", "Sofia", "Bucharest", "Minsk", "Vilnius", "Riga", "Tallinn", "Bern", "Lausanne", "Luxembourg", "Reykjavik", "Nuremberg",
    }
)  # fmt: skip
